namespace EcsTools.Local.Api;

/// <summary>The operations that the local ECS serves: a new one is a file of its own and a line here.</summary>
internal static class Handlers
{
    private static readonly Dictionary<string, Handler> ByName = new Handler[]
    {
        new CreateClusterHandler(),
        new DeleteClusterHandler(),
        new DescribeClustersHandler(),
        new ListClustersHandler(),

        new DeleteTaskDefinitionsHandler(),
        new DeregisterTaskDefinitionHandler(),
        new DescribeTaskDefinitionHandler(),
        new ListTaskDefinitionFamiliesHandler(),
        new ListTaskDefinitionsHandler(),
        new RegisterTaskDefinitionHandler(),

        new DeregisterContainerInstanceHandler(),
        new DescribeContainerInstancesHandler(),
        new ListContainerInstancesHandler(),
        new RegisterContainerInstanceHandler(),
        new UpdateContainerInstancesStateHandler(),

        new CreateServiceHandler(),
        new DeleteServiceHandler(),
        new DescribeServicesHandler(),
        new ListServicesByNamespaceHandler(),
        new ListServicesHandler(),
        new UpdateServiceHandler(),

        new ContinueServiceDeploymentHandler(),
        new DescribeServiceDeploymentsHandler(),
        new DescribeServiceRevisionsHandler(),
        new ListServiceDeploymentsHandler(),
        new StopServiceDeploymentHandler(),

        new CreateTaskSetHandler(),
        new DeleteTaskSetHandler(),
        new DescribeTaskSetsHandler(),
        new UpdateServicePrimaryTaskSetHandler(),
        new UpdateTaskSetHandler(),

        new DescribeTasksHandler(),
        new ListTasksHandler(),
        new RunTaskHandler(),
        new StartTaskHandler(),
        new StopTaskHandler(),

        new ExecuteCommandHandler(),
        new GetTaskProtectionHandler(),
        new UpdateTaskProtectionHandler(),

        new ListTagsForResourceHandler(),
        new TagResourceHandler(),
        new UntagResourceHandler(),
    }.ToDictionary(handler => handler.Operation.Name, StringComparer.Ordinal);

    public static Handler? Find(string operation) => ByName.GetValueOrDefault(operation);
}
