namespace EcsTools.Pipeline;

/// <summary>What to do next, by error code, failure reason, or a text that ECS gives under a code that says little.</summary>
internal static class Advice
{
    public static string? For(string codeOrText) => codeOrText switch
    {
        "ClusterNotFoundException" => "List the clusters with Get-EcsCluster, or name one with -Cluster or Set-EcsContext -Cluster.",
        "ServiceNotFoundException" => "List the services with Get-EcsService -Cluster <cluster>; a service lives in one cluster only.",
        "ServiceNotActiveException" => "The service was deleted. Create it again with New-EcsService once its tasks have stopped.",
        "TaskSetNotFoundException" => "List the task sets with Get-EcsTaskSet <service>; a task set belongs to one service only.",
        "DaemonNotFoundException" => "List the daemons with Get-EcsDaemon, and name one by its ARN.",
        "DaemonNotActiveException" => "The daemon is being deleted. Make it again with New-EcsDaemon when Get-EcsDaemon no longer lists it.",
        "GatewayNotFoundException" => "List the gateways with Get-EcsGateway, and check -Region.",
        "ServiceDeploymentNotFoundException" => "List them with Get-EcsServiceDeployment <service>.",
        "TASK_NOT_VALID" => "Only tasks that a service started, and that have not stopped, can be protected.",
        "DEPLOYMENT_BLOCKED" => "The service waits for protected tasks to go: end their protection with Update-EcsTaskProtection -ProtectionEnabled:$false first.",
        "MISSING" => "Look for it with the same Get- cmdlet without a name, and check -Cluster and -Region.",
        "AccessDeniedException" => "Ask for the permission, or choose other credentials with -ProfileName.",
        "CredentialsNotFound" or "ExpiredTokenException" or "UnrecognizedClientException" => "Choose credentials with -ProfileName or -AccessKey and -SecretKey, or sign in again; Start-EcsLocal needs none.",
        "RegionNotFound" => "Name a region with -Region or Set-EcsContext -Region, or set AWS_REGION.",
        "ProfileNotFound" => "See the profiles with Get-EcsCluster -ProfileName <Tab>, or write one with 'aws configure'.",
        "ConnectionFailed" => "Check -EndpointUrl and the network. A local ECS is started with Start-EcsLocal.",
        "ClusterContainsServicesException" => "Remove the services first: Get-EcsService -Cluster <cluster> | Remove-EcsService -Force.",
        "ClusterContainsTasksException" => "Stop the tasks first: Get-EcsTask -Cluster <cluster> | Stop-EcsTask.",
        "ClusterContainsContainerInstancesException" => "Unregister the instances first: Get-EcsContainerInstance -Cluster <cluster> | Unregister-EcsContainerInstance -Force.",
        "The service cannot be stopped while it is scaled above 0." => "Set -DesiredCount 0 with Update-EcsService first, or stop its tasks too with -Force.",
        "Found running tasks on the instance." => "Drain it first with Update-EcsContainerInstanceState -Status DRAINING, or give its tasks up with -Force.",
        "TaskDefinition not found." or "Unable to describe task definition." => "List what is registered with Get-EcsTaskDefinition.",
        "ThrottlingException" => "ECS asked to slow down; try again later, or allow more attempts with Set-EcsContext -MaxAttempts.",
        "ClusterContainsCapacityProviderException" => "Remove its capacity providers first: Get-EcsCapacityProvider -Cluster <cluster> | Remove-EcsCapacityProvider.",
        "DELETE_FAILED" => "Take it from the cluster first, with Set-EcsClusterCapacityProvider.",
        "AGENT" => "The instance's ECS agent is not connected; see Get-EcsContainerInstance.",
        "ATTRIBUTE" => "No instance has an attribute that the task definition needs; compare its RequiresAttributes with Get-EcsContainerInstance.",
        "DeleteTaskDefinitionsFailed" => "Only INACTIVE revisions can be deleted: make it INACTIVE with Unregister-EcsTaskDefinition, and name it as family:revision.",
        _ when codeOrText.StartsWith("RESOURCE", StringComparison.Ordinal) => "Add instances, free room, or ask for less; Get-EcsContainerInstance shows what remains on each.",
        _ => null,
    };
}
