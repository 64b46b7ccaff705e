using EcsTools.Local.Api.AccountSettings;
using EcsTools.Local.Api.Agent;
using EcsTools.Local.Api.Attributes;
using EcsTools.Local.Api.CapacityProviders;
using EcsTools.Local.Api.Clusters;
using EcsTools.Local.Api.ContainerInstances;
using EcsTools.Local.Api.DaemonTaskDefinitions;
using EcsTools.Local.Api.Daemons;
using EcsTools.Local.Api.ExpressServices;
using EcsTools.Local.Api.Gateways;
using EcsTools.Local.Api.Logs;
using EcsTools.Local.Api.ServiceDeployments;
using EcsTools.Local.Api.Services;
using EcsTools.Local.Api.Sessions;
using EcsTools.Local.Api.Tags;
using EcsTools.Local.Api.TaskDefinitions;
using EcsTools.Local.Api.TaskProtection;
using EcsTools.Local.Api.TaskSets;
using EcsTools.Local.Api.Tasks;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>The operations that the local ECS serves: a new one is a file of its own and a line here.</summary>
internal static class Handlers
{
    private static readonly Dictionary<string, Handler> ByTarget = new Handler[]
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

        new DeleteDaemonTaskDefinitionHandler(),
        new DescribeDaemonTaskDefinitionHandler(),
        new ListDaemonTaskDefinitionsHandler(),
        new RegisterDaemonTaskDefinitionHandler(),

        new CreateDaemonHandler(),
        new DeleteDaemonHandler(),
        new DescribeDaemonDeploymentsHandler(),
        new DescribeDaemonHandler(),
        new DescribeDaemonRevisionsHandler(),
        new ListDaemonDeploymentsHandler(),
        new ListDaemonsHandler(),
        new UpdateDaemonHandler(),

        new CreateExpressGatewayServiceHandler(),
        new DeleteExpressGatewayServiceHandler(),
        new DescribeExpressGatewayServiceHandler(),
        new UpdateExpressGatewayServiceHandler(),

        new AssociateGatewayWithClusterHandler(),
        new CreateGatewayHandler(),
        new DeleteGatewayHandler(),
        new DescribeGatewayHandler(),
        new DescribeGatewayResourcesHandler(),
        new DescribeGatewayRouteHandler(),
        new DisassociateGatewayFromClusterHandler(),
        new ListGatewayClusterAssociationsHandler(),
        new ListGatewayRoutesHandler(),
        new ListGatewaysHandler(),
        new UpdateGatewayHandler(),

        new ExecuteCommandHandler(),
        new GetTaskProtectionHandler(),
        new UpdateTaskProtectionHandler(),

        new ListTagsForResourceHandler(),
        new TagResourceHandler(),
        new UntagResourceHandler(),

        new GenerateDataKeyHandler(),
        new ResumeSessionHandler(),
        new StartSessionHandler(),
        new TerminateSessionHandler(),

        new DescribeLogStreamsHandler(),
        new FilterLogEventsHandler(),
        new GetLogEventsHandler(),
    }.ToDictionary(handler => $"{handler.Operation.Service.TargetPrefix}.{handler.Operation.Name}", StringComparer.Ordinal);

    /// <summary>The handler of an operation of ECS.</summary>
    public static Handler? Find(string operation) => FindTarget($"{Operations.Service.TargetPrefix}.{operation}");

    /// <summary>The handler of what the header X-Amz-Target names, an operation of ECS or of another service.</summary>
    public static Handler? FindTarget(string target) => ByTarget.GetValueOrDefault(target);
}
