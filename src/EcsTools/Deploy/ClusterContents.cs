using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>All that must go before ECS deletes a cluster.</summary>
/// <param name="cluster">The cluster's name or ARN.</param>
/// <param name="calls">How ECS is asked.</param>
internal sealed class ClusterContents(string cluster, JobCalls calls)
{
    private List<string> instances = [], tasks = [];

    /// <summary>Services, those that are being deleted too.</summary>
    public List<string> Services { get; private set; } = [];

    /// <summary>Express services, which have an operation of their own.</summary>
    public List<string> ExpressServices { get; private set; } = [];

    /// <summary>Daemons.</summary>
    public List<string> Daemons { get; private set; } = [];

    /// <summary>Capacity providers that belong to the cluster.</summary>
    public List<CapacityProvider> Providers { get; private set; } = [];

    /// <summary>Reads what the cluster has, all lists at once.</summary>
    /// <exception cref="EcsException">The cluster doesn't exist.</exception>
    public async Task Read()
    {
        var described = (await calls.Send(
            Operations.DescribeClusters,
            new() { Clusters = [cluster] })).Clusters?.FirstOrDefault() ?? throw new EcsException(
                "ClusterNotFoundException", "Cluster not found.");
        var arn = described.ClusterArn!;
        var (services, express) = (calls.All(
            Operations.ListServices,
            new() { Cluster = arn }), calls.All(Operations.ListServices, new()
            {
                Cluster = arn,
                ResourceManagementType = ResourceManagementType.Ecs,
            }));
        var (running, registered) = (calls.All(
            Operations.ListTasks, new() { Cluster = arn }), calls.All(Operations.ListContainerInstances, new() { Cluster = arn }));
        var (daemons, providers) = (calls.All(
            Operations.ListDaemons,
            new() { ClusterArn = arn }), calls.All(Operations.DescribeCapacityProviders, new() { Cluster = arn }, pageSize: null));
        await Task.WhenAll(services, express, running, registered, daemons, providers);
        (ExpressServices, Services) = (express.Result, [.. services.Result.Except(express.Result)]);
        (tasks, instances) = (running.Result, registered.Result);
        Daemons = [.. daemons.Result.Select(daemon => daemon.DaemonArn).OfType<string>()];
        Providers = providers.Result.FindAll(provider =>
            provider.Cluster is not null && EcsArn.IdOf(provider.Cluster) == described.ClusterName);
    }

    /// <summary>The tasks that no service or daemon would start again, as they are now.</summary>
    public async Task<List<EcsTask>> Tasks() =>
        (await calls.Reader.ListedTasks(new() { Cluster = cluster })).FindAll(task =>
            task.Group?.StartsWith("daemon:", StringComparison.Ordinal) != true);

    /// <summary>The container instances that are left.</summary>
    public Task<List<string>> Instances() => calls.All(Operations.ListContainerInstances, new() { Cluster = cluster });

    /// <summary>The resources to delete, one line per kind, in the order of deletion.</summary>
    public string Tree => string.Concat(
        Line("service", [.. Services, .. ExpressServices]), Line("task", tasks, isNamed: false), Line("daemon", Daemons),
        Line("capacity provider", Providers.ConvertAll(provider => provider.Name!)), Line("container instance", instances, isNamed: false));

    private static string Line(string thing, List<string> items, bool isNamed = true) => items.Count == 0
        ? ""
        : $"{Environment.NewLine}  {items.Count} {thing}{(items.Count == 1 ? "" : "s")}{(isNamed ? $": {string.Join(", ", items.Select(EcsArn.IdOf))}" : "")}";
}
