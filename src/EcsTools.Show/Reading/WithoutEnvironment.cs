using EcsTools.Forecast.Descriptions;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Show.Reading;

/// <summary>Takes the values of environment variables out of descriptions, for copies that go to other people.</summary>
internal static class WithoutEnvironment
{
    public static DescribedRegion Of(DescribedRegion region) => region with { Clusters = [.. region.Clusters.Select(Of)] };

    private static DescribedCluster Of(DescribedCluster cluster) => cluster with
    {
        TaskDefinitions = [.. cluster.TaskDefinitions.Select(Of)],
        Tasks = [.. cluster.Tasks.Select(Of)],
        DaemonTaskDefinitions = [.. cluster.DaemonTaskDefinitions.Select(Of)],
        ExpressServices = [.. cluster.ExpressServices.Select(Of)],
    };

    private static TaskDefinition Of(TaskDefinition definition)
    {
        var copy = definition.Copy();
        copy.ContainerDefinitions = copy.ContainerDefinitions?.ConvertAll(container =>
        {
            var bare = container.Copy();
            bare.Environment = bare.Environment?.Count > 0 ? [] : bare.Environment;
            return bare;
        });
        return copy;
    }

    private static DaemonTaskDefinition Of(DaemonTaskDefinition definition)
    {
        var copy = definition.Copy();
        copy.ContainerDefinitions = copy.ContainerDefinitions?.ConvertAll(container =>
        {
            var bare = container.Copy();
            bare.Environment = bare.Environment?.Count > 0 ? [] : bare.Environment;
            return bare;
        });
        return copy;
    }

    private static ECSExpressGatewayService Of(ECSExpressGatewayService service)
    {
        var copy = service.Copy();
        copy.ActiveConfigurations = copy.ActiveConfigurations?.ConvertAll(configuration =>
        {
            if (configuration.PrimaryContainer?.Environment is not { Count: > 0 }) return configuration;
            var bare = configuration.Copy();
            bare.PrimaryContainer = bare.PrimaryContainer!.Copy();
            bare.PrimaryContainer.Environment = [];
            return bare;
        });
        return copy;
    }

    private static EcsTask Of(EcsTask task)
    {
        if (task.Overrides?.ContainerOverrides is not { } overrides
            || !overrides.Exists(container => container.Environment is { Count: > 0 }))
            return task;
        var copy = task.Copy();
        copy.Overrides = copy.Overrides!.Copy();
        copy.Overrides.ContainerOverrides = overrides.ConvertAll(container =>
        {
            var bare = container.Copy();
            bare.Environment = null;
            return bare;
        });
        return copy;
    }
}
