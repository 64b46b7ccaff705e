using Work = System.Threading.Tasks.Task;

namespace EcsTools.Model;

/// <summary>
/// Lists and describes resources: all pages of a list, and as many resources per call as ECS accepts. It only reads. Resources that
/// disappear in the meantime are omitted.
/// </summary>
internal sealed class EcsReader(IEcsCalls calls)
{
    /// <summary>
    /// The largest page of most lists. Fewer calls take less time than smaller pages, and ECS limits the number of calls.
    /// </summary>
    public const int Page = 100;

    /// <summary>
    /// Requests of one command in progress at once. A list returns its pages one after another, and eight describing calls keep up with it,
    /// whatever a call takes; ECS lets through some twenty reads a second, so that more at once would only be refused sooner.
    /// </summary>
    public const int Requests = 8;

    /// <summary>
    /// The one way to describe what is listed: as many IDs per call as the operation accepts, and several calls at once while the list is
    /// still read. The answers have the order of the IDs.
    /// </summary>
    public static IAsyncEnumerable<TAnswer> Describe<TAnswer>(
        IAsyncEnumerable<string> ids,
        Operation operation,
        Func<List<string>, CancellationToken, Task<TAnswer>> describe,
        CancellationToken cancellation = default) =>
        Streams.Select(Streams.Chunk(ids, operation.BatchSize, cancellation), Requests, describe, cancellation);

    public Task<List<ContainerInstance>> Instances(string? cluster, List<string>? include = null) =>
        Instances(cluster, List(Operations.ListContainerInstances, new() { Cluster = cluster }), include);

    /// <summary>Container instances by ID or ARN.</summary>
    public Task<List<ContainerInstance>> Instances(string? cluster, IEnumerable<string> ids, List<string>? include) =>
        Instances(cluster, ids.Stream(), include);

    public Task<List<Service>> Services(string? cluster, List<string>? include = null) =>
        Services(cluster, List(Operations.ListServices, new() { Cluster = cluster }), include);

    /// <summary>Services by name or ARN.</summary>
    public Task<List<Service>> Services(string? cluster, IEnumerable<string> names, List<string>? include) =>
        Services(cluster, names.Stream(), include);

    /// <summary>The tasks that have not stopped.</summary>
    public async Task<List<Task>> Tasks(string? cluster) =>
        (await AllTasks(cluster, isKnown: null)).FindAll(task => task.LastStatus != "STOPPED");

    /// <summary>Tasks by ID or ARN.</summary>
    public Task<List<Task>> Tasks(string? cluster, IEnumerable<string> ids) => Tasks(cluster, ids.Stream(), include: null);

    /// <summary>
    /// All tasks that ECS lists, except those that the caller already has. ECS lists stopping tasks together with stopped ones.
    /// </summary>
    public Task<List<Task>> AllTasks(string? cluster, Func<string, bool>? isKnown, List<string>? include = null)
    {
        var seen = new HashSet<string>();
        var unknown = List(Operations.ListTasks, new() { Cluster = cluster })
            .Then(List(Operations.ListTasks, new() { Cluster = cluster, DesiredStatus = DesiredStatus.Stopped }))
            .Where(arn => isKnown?.Invoke(arn) != true && seen.Add(arn));
        return Tasks(cluster, unknown, include);
    }

    /// <summary>The tasks that a request lists.</summary>
    public Task<List<Task>> ListedTasks(ListTasksRequest request) =>
        Tasks(request.Cluster, List(Operations.ListTasks, request), include: null);

    /// <summary>Service deployments by ARN, those of one service per call.</summary>
    public Task<List<ServiceDeployment>> ServiceDeployments(IEnumerable<string> arns) => ByService(arns, ofService =>
        Described(ofService, Operations.DescribeServiceDeployments, async batch =>
            (await calls.Send(Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = batch })).ServiceDeployments));

    /// <summary>Service revisions by ARN, those of one service per call.</summary>
    public Task<List<ServiceRevision>> ServiceRevisions(IEnumerable<string> arns) => ByService(arns, ofService =>
        Described(ofService, Operations.DescribeServiceRevisions, async batch =>
            (await calls.Send(Operations.DescribeServiceRevisions, new() { ServiceRevisionArns = batch })).ServiceRevisions));

    /// <summary>Daemon deployments by ARN.</summary>
    public Task<List<DaemonDeployment>> DaemonDeployments(IEnumerable<string> arns) =>
        Described(arns, Operations.DescribeDaemonDeployments, async batch =>
            (await calls.Send(Operations.DescribeDaemonDeployments, new() { DaemonDeploymentArns = batch })).DaemonDeployments);

    /// <summary>Daemon revisions by ARN.</summary>
    public Task<List<DaemonRevision>> DaemonRevisions(IEnumerable<string> arns) =>
        Described(arns, Operations.DescribeDaemonRevisions, async batch =>
            (await calls.Send(Operations.DescribeDaemonRevisions, new() { DaemonRevisionArns = batch })).DaemonRevisions);

    /// <summary>Task definitions by ARN or name, each once, without those that no longer exist.</summary>
    public async Task<List<TaskDefinition>> TaskDefinitions(IEnumerable<string?> identifiers)
    {
        var described = await TaskDefinitionsWith(identifiers, include: null);
        return [.. described.Select(answer => answer.TaskDefinition!)];
    }

    /// <summary>The same, with tags if they are included.</summary>
    public async Task<List<DescribeTaskDefinitionResponse>> TaskDefinitionsWith(IEnumerable<string?> identifiers, List<string>? include)
    {
        var described = await Described(identifiers.OfType<string>().Distinct(), Operations.DescribeTaskDefinition, async batch =>
            await TaskDefinition(batch[0], include) is { } found ? new List<DescribeTaskDefinitionResponse> { found } : null);
        return [.. described.DistinctBy(answer => answer.TaskDefinition!.TaskDefinitionArn)];
    }

    /// <summary>The protection of tasks of services.</summary>
    public Task<List<ProtectedTask>> Protections(string? cluster, IEnumerable<string> tasks) =>
        Described(tasks, Operations.GetTaskProtection, async batch =>
            (await calls.Send(Operations.GetTaskProtection, new() { Cluster = cluster, Tasks = batch })).ProtectedTasks);

    /// <summary>Capacity providers by name.</summary>
    public Task<List<CapacityProvider>> CapacityProviders(IEnumerable<string> names, List<string>? include = null) =>
        Described(names, Operations.DescribeCapacityProviders, async batch =>
            (await All(Operations.DescribeCapacityProviders, new() { CapacityProviders = batch, Include = include }, pageSize: null))!);

    /// <summary>The items of all pages of a list.</summary>
    public Task<List<TItem>> All<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, int? pageSize = Page)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => List(operation, request, pageSize).Gather(default);

    private IAsyncEnumerable<TItem> List<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, int? pageSize = Page)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() => operation.All(request, calls.Send, pageSize);

    private Task<List<ContainerInstance>> Instances(string? cluster, IAsyncEnumerable<string> ids, List<string>? include) =>
        Described(ids, Operations.DescribeContainerInstances, async batch =>
            (await calls.Send(Operations.DescribeContainerInstances, new()
            {
                Cluster = cluster,
                ContainerInstances = batch,
                Include = include,
            })).ContainerInstances);

    private Task<List<Service>> Services(string? cluster, IAsyncEnumerable<string> names, List<string>? include) =>
        Described(names, Operations.DescribeServices, async batch =>
            (await calls.Send(Operations.DescribeServices, new() { Cluster = cluster, Services = batch, Include = include })).Services);

    private Task<List<Task>> Tasks(string? cluster, IAsyncEnumerable<string> ids, List<string>? include) =>
        Described(ids, Operations.DescribeTasks, async batch =>
            (await calls.Send(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = batch, Include = include })).Tasks);

    private async Task<DescribeTaskDefinitionResponse?> TaskDefinition(string identifier, List<string>? include)
    {
        try
        {
            return await calls.Send(Operations.DescribeTaskDefinition, new() { TaskDefinition = identifier, Include = include });
        }
        catch (EcsException e) when (e.ErrorCode == "ClientException")
        {
            return null;
        }
    }

    private static async Task<List<T>> ByService<T>(IEnumerable<string> arns, Func<IEnumerable<string>, Task<List<T>>> describe)
    {
        var described = await Work.WhenAll(arns.GroupBy(EcsArn.OwnerIn).Select(describe));
        return [.. described.SelectMany(some => some)];
    }

    private static Task<List<T>> Described<T>(IEnumerable<string> ids, Operation operation, Func<List<string>, Task<List<T>?>> describe) =>
        Described(ids.Stream(), operation, describe);

    private static async Task<List<T>> Described<T>(
        IAsyncEnumerable<string> ids, Operation operation, Func<List<string>, Task<List<T>?>> describe)
    {
        var all = new List<T>();
        await foreach (var some in Describe(ids, operation, (batch, _) => describe(batch))) all.AddRange(some ?? []);
        return all;
    }
}
