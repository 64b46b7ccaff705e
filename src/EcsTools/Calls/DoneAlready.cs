using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>
/// A request that is repeated because no answer came, and that ECS refuses because the first attempt was carried out, has succeeded.
/// </summary>
internal static class DoneAlready
{
    /// <summary>Whether the refusal of a repeated request shows that an earlier attempt was carried out.</summary>
    public static bool IsSaidBy(EcsException refusal) =>
        refusal is { MayBeDone: true, CanRepeat: true, StatusCode: >= 400 and < 500, Operation: { } operation }
            && operation switch
            {
                nameof(Operations.UpdateContainerAgent) => refusal.ErrorCode is "UpdateInProgressException" or "NoUpdateAvailableException",
                _ when Begins(operation, "Create", "Associate") => HasText(refusal, "already", "not idempotent"),
                _ when Begins(operation, "Delete", "Deregister", "Disassociate", "Stop", "Continue") => IsGone(operation, refusal),
                _ => false,
            };

    /// <summary>The answer that was lost, with the resource as it is now.</summary>
    public static async Task<TResponse> Answer<TResponse>(IStructure request, JobCalls calls)
        where TResponse : class, IStructure<TResponse>, new()
    {
        using var activity = Traces.Start(nameof(DoneAlready));
        object? answer = request switch
        {
            CreateCapacityProviderRequest r =>
                new CreateCapacityProviderResponse { CapacityProvider = await Provider(r.Name!, r.Cluster, calls) },
            DeleteCapacityProviderRequest r =>
                new DeleteCapacityProviderResponse { CapacityProvider = await Provider(r.CapacityProvider!, r.Cluster, calls) },
            CreateExpressGatewayServiceRequest r =>
                new CreateExpressGatewayServiceResponse { Service = await Express(r.Cluster, r.ServiceName!, calls) },
            DeleteExpressGatewayServiceRequest r =>
                new DeleteExpressGatewayServiceResponse { Service = (await calls.Send(
                    Operations.DescribeExpressGatewayService, new() { ServiceArn = r.ServiceArn })).Service },
            DeleteServiceRequest r =>
                new DeleteServiceResponse { Service = await Service(r.Cluster, r.Service!, calls) ?? new()
                {
                    ServiceArn = r.Service,
                    ServiceName = EcsArn.IdOf(r.Service!),
                    Status = "INACTIVE",
                } },
            DeleteTaskSetRequest r => new DeleteTaskSetResponse { TaskSet = await TaskSet(r, calls) },
            DeleteClusterRequest r =>
                new DeleteClusterResponse { Cluster = (await calls.Send(
                    Operations.DescribeClusters,
                    new() { Clusters = [r.Cluster!] })).Clusters?.FirstOrDefault() ?? new()
                    {
                        ClusterName = EcsArn.IdOf(r.Cluster!),
                        Status = "INACTIVE",
                    } },
            DeregisterContainerInstanceRequest r =>
                new DeregisterContainerInstanceResponse { ContainerInstance = await Instance(r.Cluster, r.ContainerInstance!, calls) },
            UpdateContainerAgentRequest r =>
                new UpdateContainerAgentResponse { ContainerInstance = await Instance(r.Cluster, r.ContainerInstance!, calls) },
            DeleteDaemonTaskDefinitionRequest r =>
                new DeleteDaemonTaskDefinitionResponse { DaemonTaskDefinitionArn = r.DaemonTaskDefinition },
            StopTaskRequest r =>
                new StopTaskResponse { Task = (await calls.Send(
                    Operations.DescribeTasks, new() { Cluster = r.Cluster, Tasks = [r.Task!] })).Tasks?.FirstOrDefault() },
            _ => WithSameMembers<TResponse>(request),
        };
        return (TResponse)answer;
    }

    private static bool IsGone(string operation, EcsException refusal) =>
        (refusal.ErrorCode != "ClusterNotFoundException" || operation == nameof(Operations.DeleteCluster))
        && (refusal.ErrorCode.Contains("NotFound", StringComparison.Ordinal)
            || refusal.ErrorCode.Contains("NotActive", StringComparison.Ordinal)
            || HasText(refusal, "not found", "not ACTIVE", "not in ACTIVE", "inactive", "already", "does not exist", "not associated"));

    private static bool Begins(string operation, params string[] verbs) =>
        verbs.Any(verb => operation.StartsWith(verb, StringComparison.Ordinal));

    private static bool HasText(EcsException refusal, params string[] texts) =>
        texts.Any(text => refusal.Message.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static async Task<CapacityProvider> Provider(string name, string? cluster, JobCalls calls) =>
        (await calls.All(Operations.DescribeCapacityProviders, new() { CapacityProviders = [name], Cluster = cluster })).FirstOrDefault()
        ?? new() { Name = EcsArn.IdOf(name), Status = "INACTIVE" };

    private static async Task<Service?> Service(string? cluster, string service, JobCalls calls) =>
        (await calls.Send(Operations.DescribeServices, new() { Cluster = cluster, Services = [service] })).Services?.FirstOrDefault();

    private static async Task<ECSExpressGatewayService?> Express(string? cluster, string name, JobCalls calls) =>
        (await calls
            .Send(Operations.DescribeExpressGatewayService, new() { ServiceArn = (await Service(cluster, name, calls))?.ServiceArn
                ?? name })).Service;

    private static async Task<TaskSet> TaskSet(DeleteTaskSetRequest r, JobCalls calls) =>
        (await calls.Send(Operations.DescribeTaskSets, new()
        {
            Cluster = r.Cluster,
            Service = r.Service,
            TaskSets = [r.TaskSet!],
        })).TaskSets?.FirstOrDefault()
        ?? new() { Id = EcsArn.IdOf(r.TaskSet!), Status = "DRAINING" };

    private static async Task<ContainerInstance> Instance(string? cluster, string instance, JobCalls calls) =>
        (await calls.Send(
            Operations.DescribeContainerInstances,
            new() { Cluster = cluster, ContainerInstances = [instance] })).ContainerInstances?.FirstOrDefault()
        ?? new() { ContainerInstanceArn = instance, Status = "INACTIVE" };

    /// <summary>The response contains the names of the request.</summary>
    private static TResponse WithSameMembers<TResponse>(IStructure request)
        where TResponse : class, IStructure<TResponse>, new()
    {
        var response = new TResponse();
        foreach (var member in TResponse.TypeShape.Members)
        {
            if (request.GetShape().Find(member.WireName) is { } named && named.Value.Type == member.Value.Type)
                member.Set(response, named.Get(request));
        }

        return response;
    }
}
