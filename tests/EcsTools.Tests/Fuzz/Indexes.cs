using System.Text;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Tests.Fuzz;

/// <summary>The indexes of the engine, as text. Loading a state rebuilds them.</summary>
internal static class Indexes
{
    public static string Of(EcsEngine engine) => engine.Run("123456789012", "us-east-1", region =>
    {
        var text = new StringBuilder();
        foreach (var cluster in region.Clusters.Values)
        {
            text.AppendLine($"{cluster.Name}: {cluster.Counts.Running}/{cluster.Counts.Pending}, waiting {string.Join(' ', cluster.Waiting.Keys)}, unplaced {Ids(cluster.Unplaced)}, ended {Ids(cluster.Ended)}, registered {Ids(cluster.Registered)}, zones {string.Join(' ', cluster.Zones)}");
            foreach (var instance in cluster.Registered) text.AppendLine(Room(instance));
            foreach (var service in cluster.Services.Values)
            {
                text.AppendLine($"{service.Name} alive {Ids(service.AliveTasks)}");
                foreach (var source in service.Sources)
                    text.AppendLine($"{source.Id}: {source.Counts.Running}/{source.Counts.Pending} of {source.Counts.Alive}, tasks {Ids(source.Tasks)}, alive {Ids(source.Alive)}");
            }

            foreach (var family in region.Families.Keys) text.AppendLine($"{family}: {Ids(cluster.Families.Of(family))}");
        }

        return text.ToString();
    });

    private static string Ids(IEnumerable<IOrdered> things) => string.Join(' ', things.Select(thing => thing.Id));

    private static string Room(InstanceState instance)
    {
        IPlacementInstance room = instance;
        return $"{instance.Id}: {room.RemainingCpu} {room.RemainingMemoryMiB} {room.RemainingGpus} {room.RemainingEnis}, {instance.Counts.Running}/{instance.Counts.Pending}, tasks {Ids(instance.Tasks)}";
    }
}
