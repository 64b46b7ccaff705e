using EcsTools.Local.Api;
using EcsTools.Local.Api.TaskSets;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Services;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Local.Http;
using EcsTools.Model;
using EcsTools.Rules.Launches;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Forecast.Placement;

/// <summary>Places tasks that are only thought of, as the scheduler would.</summary>
internal sealed class PlacementRehearsal(Call call, ClusterState cluster, PlacementQuestion question)
{
    private const int Max = 1000;

    /// <summary>The number of tasks that fit into the whole cluster, and on each instance.</summary>
    /// <exception cref="EcsFault">The question names something that is not there.</exception>
    public IReadOnlyList<PlacementFit> Answer()
    {
        var launch = Launch();
        var providers = launch.CapacityProvider is { } only
            ? [only]
            : launch.CapacityProviderStrategy.ConvertAll(item => item.CapacityProvider!);
        if (launch.IsOnFargate || providers.Exists(provider => FargateProviders.Names.Contains(provider)))
            return [Whole(launch, null, question.Count, "Fargate needs no instance")];
        var instances = providers.Count == 0 ? cluster.Registered : [.. providers.SelectMany(cluster.InstancesOf)];
        var request = launch.Request();
        var next = Place(request, instances);
        var fits = instances.Zip(next, (instance, hypothetical) => On(launch, request, instance, hypothetical.Tasks)).ToList();
        var placed = fits.Sum(fit => fit.Next);
        return [Whole(launch, fits.Sum(fit => fit.Fits), placed, placed < question.Count ? Shortage(placed, fits) : null), .. fits];
    }

    private TaskLaunch Launch()
    {
        if (question.Service is { } name)
        {
            var service = TaskSetChanges.ActiveService(cluster, name);
            if (service.Deployments.Count == 0)
                throw EcsFault.InvalidParameter("ECS doesn't deploy the service. Specify a task definition instead.");
            var own = ServiceReconciler.Launch(service, service.Primary);
            return Changed(question.TaskDefinition is null ? own : own with { Definition = Definition() });
        }

        var definition = Definition();
        return Changed(new TaskLaunch
        {
            Cluster = cluster,
            Definition = definition,
            LaunchType = LaunchType.Ec2,
            Group = question.Group ?? $"family:{definition.Resource.Family}",
            Overrides = question.Overrides,
        });
    }

    private TaskDefinitionState Definition() => call.UsableDefinition(question.TaskDefinition);

    private TaskLaunch Changed(TaskLaunch launch)
    {
        Check.Rules(PlacementRules.All, new Launch(new RunTaskRequest
        {
            PlacementConstraints = question.Constraints?.ToList(),
            PlacementStrategy = question.Strategy?.ToList(),
        }));
        return launch with
        {
            LaunchType = question.LaunchType ?? launch.LaunchType,
            CapacityProvider = question.CapacityProvider ?? launch.CapacityProvider,
            CapacityProviderStrategy = question.CapacityProvider is null && question.LaunchType is null
                ? launch.CapacityProviderStrategy
                : [],
            Preferences = new()
            {
                Constraints = question.Constraints?.ToList() ?? launch.Preferences.Constraints,
                Strategy = question.Strategy?.ToList() ?? launch.Preferences.Strategy,
                Subnets = question.NetworkConfiguration is { } network
                    ? PlacementPreferences.SubnetsOf(network)
                    : launch.Preferences.Subnets,
            },
        };
    }

    /// <summary>The instances with as many tasks on them as the strategy puts there, in their order.</summary>
    private List<HypotheticalInstance> Place(PlacementRequest request, IReadOnlyList<InstanceState> instances)
    {
        var hypothetical = instances.Select(instance => new HypotheticalInstance(instance, request)).ToList();
        var placer = new TaskPlacer<HypotheticalInstance>(request, new(hypothetical), call.Engine.Random.Source());
        for (var placed = 0; placed < question.Count && placer.Next() is { } instance; placed++) instance.Add();
        return hypothetical;
    }

    private PlacementFit On(TaskLaunch launch, PlacementRequest request, InstanceState instance, int next)
    {
        var fits = instance.IsActive ? Count(request, instance) : 0;
        return new PlacementFit
        {
            Cluster = cluster.Name,
            TaskDefinition = Name(launch),
            ContainerInstanceArn = instance.Resource.ContainerInstanceArn,
            Name = instance.Id,
            Zone = instance.Zone,
            Status = instance.Resource.Status,
            Fits = fits,
            Next = next,
            Reason = !instance.IsActive ? $"it is {instance.Resource.Status}"
                : PlacementCheck.Obstacle(request, instance) is { } obstacle ? PlacementReason.Of(request, instance, obstacle)
                : null,
        };
    }

    private static int Count(PlacementRequest request, InstanceState instance)
    {
        var hypothetical = new HypotheticalInstance(instance, request);
        while (hypothetical.Tasks < Max && PlacementCheck.Obstacle(request, hypothetical) is null) hypothetical.Add();
        return hypothetical.Tasks;
    }

    private PlacementFit Whole(TaskLaunch launch, int? fits, int next, string? reason) =>
        new() { Cluster = cluster.Name, TaskDefinition = Name(launch), Name = cluster.Name, Fits = fits, Next = next, Reason = reason };

    private string Shortage(int placed, List<PlacementFit> fits) =>
        fits.Count == 0 ? "there is no container instance"
        : placed > 0 ? $"there is capacity for {placed} of {question.Count}"
        : $"no container instance meets all requirements";

    private static string Name(TaskLaunch launch) => $"{launch.Definition.Resource.Family}:{launch.Definition.Resource.Revision}";
}
