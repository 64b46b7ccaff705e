namespace EcsTools.Model;

public sealed partial class Container
{
    /// <summary>The container's name and status: <c>web (RUNNING)</c>.</summary>
    public override string ToString() => LastStatus is null ? Name ?? "" : $"{Name} ({LastStatus})";
}
