namespace EcsTools.Pipeline;

/// <summary>What to do next: by a text that ECS gives under a code that says little, else by the error's code or the failure's reason.</summary>
internal static class Advice
{
    public static string For(string code, string text, EcsCommand command) => OfText(text, command) ?? OfCode(code, command);

    private static string? OfText(string text, EcsCommand command) => text switch
    {
        "The service cannot be stopped while it is scaled above 0." => "Set -DesiredCount 0 with Update-EcsService first, or stop its tasks too with -Force.",
        "The task set cannot be deleted while it is scaled above 0." => "Scale it down with Update-EcsTaskSet -Scale 0 first, or stop its tasks too with -Force.",
        "The gateway cannot be deleted while deletion protection is on." => "Switch it off first with Update-EcsGateway -DeletionProtection:$false.",
        "The gateway cannot be deleted while clusters are associated with it." => "Take them away first: Get-EcsGatewayCluster <gateway> | Remove-EcsGatewayCluster.",
        "Found running tasks on the instance." => "Drain it first with Update-EcsContainerInstanceState -Status DRAINING, or give its tasks up with -Force.",
        "Unable to Start a service that is still Draining." => "Wait for its last task with Wait-EcsService <service> -Inactive, then make it.",
        "DesiredCount is missing" => "Say with -DesiredCount how many tasks to keep running; only a service with -SchedulingStrategy DAEMON has none.",
        "TaskDefinition not found." or "Unable to describe task definition." => "List what is registered with Get-EcsTaskDefinition.",
        "TaskDefinition is inactive" => "Name a revision that is ACTIVE, or register another with Register-EcsTaskDefinition.",
        "Revision is missing" or "Revision is missing." => "Name the revision, as in web:3; Get-EcsTaskDefinition <family> lists them.",
        "The referenced task was not found." => "List the tasks with Get-EcsTask; one that has stopped is there for an hour.",
        "No Container Instances were found in your cluster." => "Register container instances, name a cluster that has some, or choose Fargate with -LaunchType FARGATE.",
        "Cluster was not ACTIVE." or "The referenced cluster was inactive." => "The cluster was deleted. Make it again with New-EcsCluster, or name another; Get-EcsCluster lists them.",
        "Network Configuration must be provided when networkMode 'awsvpc' is specified." =>
            "Say where its tasks are to run: -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1'; securityGroups = 'sg-1' } }.",
        "Amazon ECS only supports task set management on services configured to use external deployment controllers." =>
            "Task sets are for services made with New-EcsService -DeploymentController EXTERNAL. What ECS deploys itself is shown by Get-EcsServiceDeployment.",
        "Arguments on this idempotent request are inconsistent with arguments used in previous request(s)." => $"There is one of that name, made otherwise: change it with {Cmdlet("Update", command)}, or give another name.",
        _ when text.EndsWith(" was not idempotent.", StringComparison.Ordinal) => $"There is one already, made otherwise: change it with {Cmdlet("Update", command)}, or give another name or client token.",
        _ when text.StartsWith("The primary task set cannot be deleted.", StringComparison.Ordinal) => "Choose another first with Update-EcsServicePrimaryTaskSet, or delete it all the same with -Force.",
        _ when text.Contains("execute command was not enabled", StringComparison.Ordinal) =>
            "Only tasks started with -EnableExecuteCommand take commands: Update-EcsService <service> -EnableExecuteCommand -ForceNewDeployment, or Start-EcsTask -EnableExecuteCommand. Their agent takes a moment to run.",
        _ when text.Contains("ontainer instance", StringComparison.Ordinal) && text.EndsWith("not found.", StringComparison.Ordinal) => "List the container instances with Get-EcsContainerInstance.",
        _ => null,
    };

    private static string OfCode(string code, EcsCommand command) => code switch
    {
        "ClusterNotFoundException" => $"List the clusters with Get-EcsCluster, or name one with {(command.HasCluster ? "-Cluster or " : "")}Set-EcsContext -Cluster.",
        "ServiceNotFoundException" => "List the services with Get-EcsService -Cluster <cluster>; a service lives in one cluster only.",
        "ServiceNotActiveException" => $"The service was deleted. Create it again with {(command.Noun.Contains("Express", StringComparison.Ordinal) ? Cmdlet("New", command) : "New-EcsService")} once its tasks have stopped.",
        "TaskSetNotFoundException" => "List the task sets with Get-EcsTaskSet <service>; a task set belongs to one service only.",
        "DaemonNotFoundException" => "List the daemons with Get-EcsDaemon, and name one by its ARN.",
        "DaemonNotActiveException" => "The daemon is being deleted. Make it again with New-EcsDaemon when Get-EcsDaemon no longer lists it.",
        "GatewayNotFoundException" => "List the gateways with Get-EcsGateway, and check -Region.",
        "ServiceDeploymentNotFoundException" => "List them with Get-EcsServiceDeployment <service>.",
        "TASK_NOT_VALID" => "Only tasks that a service started, and that have not stopped, can be protected.",
        "DEPLOYMENT_BLOCKED" => "The service waits for protected tasks to go: end their protection with Update-EcsTaskProtection -ProtectionEnabled:$false first.",
        "MISSING" or "ResourceNotFoundException" or "ContainerInstanceNotFound" => $"List what there is with its Get- cmdlet, and check {(command.HasCluster ? "-Cluster and " : "")}-Region.",
        "AccessDeniedException" => "Ask for the permission, or choose other credentials with -ProfileName.",
        "CredentialsNotFound" or "InvalidCredentials" or "ExpiredTokenException" or "UnrecognizedClientException" or "InvalidSignatureException" =>
            "Choose credentials with -ProfileName or -AccessKey and -SecretKey, or sign in again; Start-EcsLocal needs none.",
        "RegionNotFound" or "InvalidRegion" => "Name a region with -Region or Set-EcsContext -Region, or set AWS_REGION.",
        "ProfileNotFound" or "InvalidProfile" => "See the profiles with Get-EcsCluster -ProfileName <Tab>, or write one with 'aws configure'.",
        "ConnectionFailed" or "InvalidEndpoint" => "Check -EndpointUrl and the network. A local ECS is started with Start-EcsLocal.",
        "ClusterContainsServicesException" => "Remove the services first: Get-EcsService -Cluster <cluster> | Remove-EcsService -Force.",
        "ClusterContainsTasksException" => "Stop the tasks first: Get-EcsTask -Cluster <cluster> | Stop-EcsTask.",
        "ClusterContainsContainerInstancesException" => "Unregister the instances first: Get-EcsContainerInstance -Cluster <cluster> | Unregister-EcsContainerInstance -Force.",
        "ClusterContainsCapacityProviderException" => "Remove its capacity providers first: Get-EcsCapacityProvider -Cluster <cluster> | Remove-EcsCapacityProvider.",
        "ThrottlingException" => "ECS asked to slow down; try again later, or allow more attempts with Set-EcsContext -MaxAttempts.",
        "ServerException" or "Timeout" => "ECS did not answer as it should: try again in a moment.",
        "LimitExceededException" or "AttributeLimitExceededException" => "Remove what is no longer needed, or have the quota raised.",
        "NoUpdateAvailableException" => "The agent is as new as ECS has it: nothing is to be done.",
        "MissingVersionException" => "Update the agent on the instance itself; ECS takes over once the agent has told its version.",
        "UpdateInProgressException" => "Wait until the update is over: Get-EcsContainerInstance shows its AgentUpdateStatus.",
        "UnsupportedFeatureException" or "UnknownOperationException" => "It is not to be had here: choose another -Region; what a local ECS does is told by Get-Help about_EcsTools_Local.",
        "PlatformUnknownException" => "Leave -PlatformVersion out, or give LATEST.",
        "DELETE_FAILED" => "Take it from the cluster first, with Set-EcsClusterCapacityProvider.",
        "AGENT" => "The instance's ECS agent is not connected; see Get-EcsContainerInstance.",
        "ATTRIBUTE" => "No instance has an attribute that the task definition needs; compare its RequiresAttributes with Get-EcsContainerInstance.",
        "INACTIVE" => "The instance was unregistered: choose another of Get-EcsContainerInstance.",
        "LOCATION" => "Choose subnets in the availability zones of the instances; Get-EcsContainerInstance shows their attributes.",
        "MemberOf placement constraint unsatisfied." => "Hold the constraint's expression against what there is: Get-EcsContainerInstance -Filter <expression>.",
        "DeleteTaskDefinitionsFailed" => "Only INACTIVE revisions can be deleted: make it INACTIVE with Unregister-EcsTaskDefinition, and name it as family:revision.",
        _ when code.StartsWith("RESOURCE", StringComparison.Ordinal) => "Add instances, free room, or ask for less; Get-EcsContainerInstance shows what remains on each.",
        _ => $"Change what the message names. Get-Help {command.CmdletName} -Full tells what each parameter takes.",
    };

    /// <summary>The cmdlet that does something else with the same kind of thing.</summary>
    private static string Cmdlet(string verb, EcsCommand command) => $"{verb}-{command.Noun}";
}
