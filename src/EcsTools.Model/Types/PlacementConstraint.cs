namespace EcsTools.Model;

public sealed partial class PlacementConstraint
{
    /// <summary>The constraint as <c>memberOf attribute:ecs.instance-type == t3.small</c>.</summary>
    public override string ToString() => $"{Type} {Expression}".TrimEnd();
}
