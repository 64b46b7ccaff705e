namespace EcsTools.Model;

public sealed partial class PlacementStrategy
{
    /// <summary>The strategy as <c>spread attribute:ecs.availability-zone</c>.</summary>
    public override string ToString() => $"{Type} {Field}".TrimEnd();
}
