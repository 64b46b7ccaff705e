namespace EcsTools.Model;

/// <summary>Which requests can be sent a second time without doing anything twice.</summary>
public static class Repeats
{
    /// <summary>
    /// Whether it does no harm to carry out the request twice: it reads, has a token, sets a state, or deletes by ID or name. An operation
    /// that this list doesn't contain is not repeated.
    /// </summary>
    public static bool AreHarmless(Operation operation, IStructure request) => operation.IsReadOnly || request switch
    {
        StartTaskRequest or RegisterTaskDefinitionRequest or RegisterDaemonTaskDefinitionRequest or ExecuteCommandRequest => false,
        // an instance that has an ARN is registered again
        RegisterContainerInstanceRequest registered => registered.ContainerInstanceArn is not null,
        CreateExpressGatewayServiceRequest created => created.ServiceName is not null, // without a name, ECS gives each one a new name
        UpdateServiceRequest updated => updated.ForceNewDeployment != true,
        IIdempotentRequest => true,
        CreateCapacityProviderRequest or CreateClusterRequest => true, // the name is taken the second time
        AssociateGatewayWithClusterRequest or DisassociateGatewayFromClusterRequest => true,
        ContinueServiceDeploymentRequest or StopServiceDeploymentRequest or StopTaskRequest => true,
        DeleteAccountSettingRequest or DeleteAttributesRequest or DeleteCapacityProviderRequest
            or DeleteClusterRequest or DeleteDaemonRequest =>
            true,
        DeleteDaemonTaskDefinitionRequest or DeleteExpressGatewayServiceRequest or DeleteGatewayRequest or DeleteServiceRequest => true,
        DeleteTaskDefinitionsRequest or DeleteTaskSetRequest or DeregisterContainerInstanceRequest or DeregisterTaskDefinitionRequest =>
            true,
        PutAccountSettingRequest or PutAccountSettingDefaultRequest or PutAttributesRequest or PutClusterCapacityProvidersRequest => true,
        SubmitAttachmentStateChangesRequest or SubmitContainerStateChangeRequest or SubmitTaskStateChangeRequest => true,
        TagResourceRequest or UntagResourceRequest => true,
        UpdateCapacityProviderRequest or UpdateClusterRequest or UpdateClusterSettingsRequest or UpdateContainerAgentRequest => true,
        UpdateContainerInstancesStateRequest or UpdateDaemonRequest or UpdateExpressGatewayServiceRequest or UpdateGatewayRequest => true,
        UpdateServicePrimaryTaskSetRequest or UpdateTaskProtectionRequest or UpdateTaskSetRequest => true,
        _ => false,
    };
}
