namespace EcsTools.Local.Api;

/// <summary>The operations that the local ECS serves: a new one is a file of its own and a line here.</summary>
internal static class Handlers
{
    private static readonly Dictionary<string, Handler> ByName = new Handler[]
    {
        new DeleteAccountSettingHandler(),
        new ListAccountSettingsHandler(),
        new PutAccountSettingDefaultHandler(),
        new PutAccountSettingHandler(),

        new DiscoverPollEndpointHandler(),
        new SubmitAttachmentStateChangesHandler(),
        new SubmitContainerStateChangeHandler(),
        new SubmitTaskStateChangeHandler(),
        new UpdateContainerAgentHandler(),

        new DeleteAttributesHandler(),
        new ListAttributesHandler(),
        new PutAttributesHandler(),

        new CreateCapacityProviderHandler(),
        new DeleteCapacityProviderHandler(),
        new DescribeCapacityProvidersHandler(),
        new UpdateCapacityProviderHandler(),

        new CreateClusterHandler(),
        new DeleteClusterHandler(),
        new DescribeClustersHandler(),
        new ListClustersHandler(),
        new PutClusterCapacityProvidersHandler(),
        new UpdateClusterHandler(),
        new UpdateClusterSettingsHandler(),

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
        new ListServicesHandler(),
        new UpdateServiceHandler(),

        new DescribeTasksHandler(),
        new ListTasksHandler(),
        new RunTaskHandler(),
        new StartTaskHandler(),
        new StopTaskHandler(),

        new ListTagsForResourceHandler(),
        new TagResourceHandler(),
        new UntagResourceHandler(),
    }.ToDictionary(handler => handler.Operation.Name, StringComparer.Ordinal);

    public static Handler? Find(string operation) => ByName.GetValueOrDefault(operation);
}
