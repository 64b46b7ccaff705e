namespace EcsTools.Model;

/// <summary>Lists and describes resources: all pages of a list, and as many resources per call as ECS accepts. It only reads.</summary>
internal sealed class EcsReader(IEcsCalls calls)
{
    /// <summary>
    /// The largest page of most lists. Fewer calls take less time than smaller pages, and ECS limits the number of calls.
    /// </summary>
    public const int Page = 100;

    public async Task<List<ContainerInstance>> Instances(string? cluster, List<string>? include = null)
    {
        var arns = await All(Operations.ListContainerInstances, new() { Cluster = cluster });
        return await Describe(arns, Operations.DescribeContainerInstances, async batch =>
            (await calls.Send(Operations.DescribeContainerInstances, new()
            {
                Cluster = cluster,
                ContainerInstances = batch,
                Include = include,
            })).ContainerInstances);
    }

    public async Task<List<Service>> Services(string? cluster, List<string>? include = null)
    {
        var arns = await All(Operations.ListServices, new() { Cluster = cluster });
        return await Services(cluster, arns, include);
    }

    /// <summary>Services by name or ARN.</summary>
    public Task<List<Service>> Services(string? cluster, IEnumerable<string> names, List<string>? include) =>
        Describe(names, Operations.DescribeServices, async batch =>
            (await calls.Send(Operations.DescribeServices, new() { Cluster = cluster, Services = batch, Include = include })).Services);

    /// <summary>The tasks that have not stopped.</summary>
    public async Task<List<Task>> Tasks(string? cluster) =>
        (await AllTasks(cluster, isKnown: null)).FindAll(task => task.LastStatus != "STOPPED");

    /// <summary>
    /// All tasks that ECS lists, except those that the caller already has. ECS lists stopping tasks together with stopped ones.
    /// </summary>
    public async Task<List<Task>> AllTasks(string? cluster, Func<string, bool>? isKnown, List<string>? include = null)
    {
        var running = await All(Operations.ListTasks, new() { Cluster = cluster });
        var stopping = await All(Operations.ListTasks, new() { Cluster = cluster, DesiredStatus = DesiredStatus.Stopped });
        var unknown = running.Concat(stopping).Distinct().Where(arn => isKnown?.Invoke(arn) != true);
        return await Describe(unknown, Operations.DescribeTasks, async batch =>
            (await calls.Send(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = batch, Include = include })).Tasks);
    }

    /// <summary>The tasks that a request lists.</summary>
    public async Task<List<Task>> ListedTasks(ListTasksRequest request)
    {
        var arns = await All(Operations.ListTasks, request);
        return await Describe(arns, Operations.DescribeTasks, async batch =>
            (await calls.Send(Operations.DescribeTasks, new() { Cluster = request.Cluster, Tasks = batch })).Tasks);
    }

    /// <summary>Service deployments by ARN, those of one service per call.</summary>
    public async Task<List<ServiceDeployment>> ServiceDeployments(IEnumerable<string> arns)
    {
        var described = await System.Threading.Tasks.Task.WhenAll(arns.GroupBy(EcsArn.OwnerIn)
            .Select(ofService => Describe(ofService, Operations.DescribeServiceDeployments, async batch =>
            (await calls.Send(Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = batch })).ServiceDeployments)));
        return [.. described.SelectMany(deployments => deployments)];
    }

    /// <summary>Task definitions by ARN or name, each once, without those that no longer exist.</summary>
    public async Task<List<TaskDefinition>> TaskDefinitions(IEnumerable<string?> identifiers)
    {
        var described = await TaskDefinitionsWith(identifiers, include: null);
        return [.. described.Select(answer => answer.TaskDefinition!)];
    }

    /// <summary>The same, with tags if they are included.</summary>
    public async Task<List<DescribeTaskDefinitionResponse>> TaskDefinitionsWith(IEnumerable<string?> identifiers, List<string>? include)
    {
        var described = await System.Threading.Tasks.Task.WhenAll(identifiers
            .OfType<string>()
            .Distinct()
            .Select(identifier => TaskDefinition(identifier, include)));
        return [.. described.OfType<DescribeTaskDefinitionResponse>().DistinctBy(answer => answer.TaskDefinition!.TaskDefinitionArn)];
    }

    /// <summary>The protection of tasks of services.</summary>
    public Task<List<ProtectedTask>> Protections(string? cluster, IEnumerable<string> tasks) =>
        Describe(tasks, Operations.GetTaskProtection, async batch =>
            (await calls.Send(Operations.GetTaskProtection, new() { Cluster = cluster, Tasks = batch })).ProtectedTasks);

    /// <summary>Capacity providers by name.</summary>
    public Task<List<CapacityProvider>> CapacityProviders(IEnumerable<string> names, List<string>? include = null) =>
        Describe(names, Operations.DescribeCapacityProviders, async batch =>
            (await All(Operations.DescribeCapacityProviders, new() { CapacityProviders = batch, Include = include }, pageSize: null))!);

    /// <summary>The items of all pages of a list.</summary>
    public async Task<List<TItem>> All<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, int? pageSize = Page)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        var items = new List<TItem>();
        await foreach (var item in operation.All(request, calls.Send, pageSize)) items.Add(item);
        return items;
    }

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

    private static async Task<List<T>> Describe<T>(
        IEnumerable<string> arns, Operation operation, Func<List<string>, Task<List<T>?>> describe)
    {
        var described = await System.Threading.Tasks.Task.WhenAll(arns.Chunk(operation.BatchSize).Select(batch => describe([.. batch])));
        return [.. described.SelectMany(batch => batch ?? [])];
    }
}
