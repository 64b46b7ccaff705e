using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine;

/// <summary>What is asked of where tasks go, beyond the room they take: by RunTask, or by their service.</summary>
internal sealed class PlacementWish
{
    public List<PlacementConstraint> Constraints { get; init; } = [];

    /// <summary>Empty for ECS's own choice, which is another for a service's tasks than for those run on their own.</summary>
    public List<PlacementStrategy> Strategy { get; init; } = [];

    public static PlacementWish Of(Service service) => new() { Constraints = service.PlacementConstraints ?? [], Strategy = service.PlacementStrategy ?? [] };

    public IReadOnlyList<PlacementStep> Steps(bool isOfService) =>
        Strategy.Count > 0 ? Strategy.ConvertAll(step => PlacementStep.Parse(step.Type, step.Field))
        : isOfService ? PlacementStep.ServiceDefault
        : PlacementStep.StandaloneDefault;

    /// <summary>The wish for tasks of a definition, which may have constraints of its own.</summary>
    public PlacementRequest Request(string group, TaskDefinition definition, TaskRequirements requirements, bool isOfService) => new()
    {
        Group = group,
        Requirements = requirements,
        Strategy = Steps(isOfService),
        Constraints = PlacementConstraints.Parse(
            Constraints.Select(c => (c.Type, c.Expression)).Concat((definition.PlacementConstraints ?? []).Select(c => (c.Type, c.Expression)))),
    };
}
