using EcsTools.Model;
using EcsTools.Model.Kms;
using EcsTools.Model.Logs;
using EcsTools.Model.Ssm;

namespace EcsTools.Calls;

/// <summary>
/// The recommendation: by the text if several errors have one code, otherwise by the code of the error or the reason of the failure.
/// </summary>
internal static class Advice
{
    private const string EnableCommands =
        "Start the tasks with -EnableExecuteCommand: Update-EcsService <service> -EnableExecuteCommand -ForceNewDeployment, or Start-EcsTask -EnableExecuteCommand. Then wait until their agent is running.";

    public static string For(string code, string text, EcsCmdlet command) => OfText(text, command) ?? OfCode(code, command);

    private static string? OfText(string text, EcsCmdlet command) => text switch
    {
        "The service cannot be stopped while it is scaled above 0." =>
            "Set the desired count to 0 first (Update-EcsService -DesiredCount 0), or stop its tasks too with -Force.",
        "The task set cannot be deleted while it is scaled above 0." =>
            "Scale it to 0 first with Update-EcsTaskSet -Scale 0, or stop its tasks too with -Force.",
        "The gateway cannot be deleted while deletion protection is on." =>
            "Turn it off first with Update-EcsGateway -DeletionProtection:$false.",
        "The gateway cannot be deleted while clusters are associated with it." =>
            "Remove the associations first: Get-EcsGatewayCluster <gateway> | Remove-EcsGatewayCluster.",
        "Found running tasks on the instance." =>
            "Drain it first with Update-EcsContainerInstanceState -Status DRAINING, or deregister it with -Force, which leaves its containers running without ECS.",
        "Unable to Start a service that is still Draining." =>
            "Wait until its last task has stopped with Wait-EcsService <service> -Inactive, and then create it.",
        "DesiredCount is missing" =>
            "Specify the number of tasks with -DesiredCount. Only a service with -SchedulingStrategy DAEMON has none.",
        "The specified log group does not exist." =>
            "Check awslogs-group and awslogs-region in the task definition. If the log group is in another account, specify its credentials with -ProfileName.",
        "TaskDefinition not found." or "Unable to describe task definition." => "List the task definitions with Get-EcsTaskDefinition.",
        "TaskDefinition is inactive" => "Specify an ACTIVE revision, or register another one with Register-EcsTaskDefinition.",
        "Revision is missing" or "Revision is missing." =>
            "Specify the revision, for example web:3. Get-EcsTaskDefinition <family> lists the revisions.",
        "The referenced task was not found." => "List the tasks with Get-EcsTask. ECS shows a stopped task for one hour.",
        "No Container Instances were found in your cluster." =>
            "Register container instances, specify a cluster that has some, or use Fargate with -LaunchType FARGATE.",
        "Cluster was not ACTIVE." or "The referenced cluster was inactive." =>
            "The cluster was deleted. Create it again with New-EcsCluster, or specify another one. Get-EcsCluster lists the clusters.",
        "Network Configuration must be provided when networkMode 'awsvpc' is specified." =>
            "Specify the network of the tasks, for example -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1'; securityGroups = 'sg-1' } }.",
        "Amazon ECS only supports task set management on services configured to use external deployment controllers." =>
            "Only a service that was created with -DeploymentController EXTERNAL has task sets. For the deployments of other services, use Get-EcsServiceDeployment.",
        "Arguments on this idempotent request are inconsistent with arguments used in previous request(s)." =>
            $"A resource with this name exists with different settings. Change it with {Cmdlet("Update", command)}, or use another name.",
        _ when text.EndsWith(" was not idempotent.", StringComparison.Ordinal) =>
            $"A resource with this name or client token exists with different settings. Change it with {Cmdlet("Update", command)}, or use another name or client token.",
        _ when text.StartsWith("The primary task set cannot be deleted.", StringComparison.Ordinal) =>
            "Make another task set the primary one with Update-EcsServicePrimaryTaskSet first, or delete this one with -Force.",
        _ when text.Contains("execute command was not enabled", StringComparison.Ordinal) => EnableCommands,
        _ when text.Contains("taskId length should be one of", StringComparison.Ordinal) =>
            $"Specify the ID, which has 32 hexadecimal digits, or the ARN. For the tasks of a service, use {(command.Takes("ServiceName") ? command.CmdletName : "Get-EcsTask")} -ServiceName.",
        _ when text.Contains("length should be one of", StringComparison.Ordinal) =>
            "Specify the ID, which has 32 hexadecimal digits, or the ARN. The Get- cmdlet lists the IDs.",
        _ when text.Contains("network mode", StringComparison.OrdinalIgnoreCase) && text.Contains("awsvpc", StringComparison.Ordinal) =>
            "Add -NetworkMode awsvpc.",
        _ when text.Contains("does not support launch_type FARGATE", StringComparison.Ordinal) =>
            "Register the task definition for Fargate, with -RequiresCompatibility FARGATE -NetworkMode awsvpc -Cpu 256 -Memory 512, for example.",
        _ when text.Contains("ServiceRevision ARN is invalid", StringComparison.Ordinal)
            || text.Contains("Specify the ARN of a service deployment", StringComparison.Ordinal) =>
            $"Specify the ARN, or pipe in the service: Get-EcsService web | {command.CmdletName}.",
        _ when text.StartsWith("Invalid ARN", StringComparison.Ordinal) =>
            "Specify the ARN, or pipe in the resource itself: Get-EcsService web | " + $"{command.CmdletName}.",
        _ when text.Contains("ontainer instance", StringComparison.Ordinal) && text.EndsWith("not found.", StringComparison.Ordinal) =>
            "List the container instances with Get-EcsContainerInstance.",
        _ => null,
    };

    private static string OfCode(string code, EcsCmdlet command) => code switch
    {
        "ClusterNotFoundException" =>
            $"List the clusters with Get-EcsCluster. Specify one with {(command.Takes("Cluster") ? "-Cluster or " : "")}Set-EcsContext -Cluster.",
        "ServiceNotFoundException" => "List the services of the cluster with Get-EcsService -Cluster <cluster>.",
        "ServiceNotActiveException" =>
            $"The service was deleted. Create it again with {(command.Noun.Contains("Express", StringComparison.Ordinal) ? Cmdlet("New", command) : "New-EcsService")} after its tasks have stopped.",
        "TaskSetNotFoundException" => "List the task sets of the service with Get-EcsTaskSet <service>.",
        "DaemonNotFoundException" => "List the daemons with Get-EcsDaemon.",
        "DaemonNotActiveException" =>
            "The daemon is being deleted. Create it again with New-EcsDaemon when Get-EcsDaemon no longer lists it.",
        "GatewayNotFoundException" => "List the gateways with Get-EcsGateway, and check -Region.",
        "ServiceDeploymentNotFoundException" => "List the deployments with Get-EcsServiceDeployment <service>.",
        "OnlyNewService" => "Create a service with another name, or remove this one first with Remove-EcsService -Force.",
        "NoPreviousRevision" =>
            "List the deployments with Get-EcsServiceDeployment <service>. To deploy any revision, use Update-EcsService -TaskDefinition.",
        "ContainerNotNamed" or "InvalidLike" => $"Get-Help {command.CmdletName} -Full describes the parameters.",
        "TASK_NOT_VALID" => "Only running tasks of a service can be protected.",
        "DEPLOYMENT_BLOCKED" =>
            "Protected tasks block the deployment. End their protection with Update-EcsTaskProtection -ProtectionEnabled:$false.",
        "MISSING" =>
            Missing(command.CmdletName.StartsWith("Wait-", StringComparison.Ordinal) ? Cmdlet("Get", command) : AnyLister, command),
        "TaskNotFound" => Missing("Get-EcsTask", command),
        "ContainerInstanceNotFound" => Missing("Get-EcsContainerInstance", command),
        "ServiceRevisionNotFound" => Missing("Get-EcsServiceRevision <service>", command),
        "ResourceNotFoundException" => Missing(AnyLister, command),
        "AccessDeniedException" => AccessDenied,
        "SessionFailed" or "SessionNoAnswer" =>
            "Check the permissions of the task role (ssmmessages actions) and the network of the task, and then run the command again.",
        "CommandsNotEnabled" => EnableCommands,
        "ContainerNotConnected" => "Test-EcsCommand checks what each container of the task lacks.",
        "PortInUse" => "Specify another -LocalPort, or omit it to use a free one.",
        "AgentTooOld" => "Start the task again. A new task gets the current agent.",
        "CommandTimeout" => "Run the command again with a longer -Timeout.",
        "NoShell" => "Omit -InputText, or use an image with a shell.",
        "CredentialsNotFound" or "InvalidCredentials" or "ExpiredTokenException" or "UnrecognizedClientException"
            or "InvalidSignatureException" or "SignatureDoesNotMatch" =>
            "Specify credentials with -ProfileName, or with -AccessKey and -SecretKey, or sign in again. Start-EcsLocal needs none.",
        "RegionNotFound" or "InvalidRegion" => "Specify a region with -Region or Set-EcsContext -Region, or set AWS_REGION.",
        "ProfileNotFound" or "InvalidProfile" =>
            "Press Tab after -ProfileName for the existing profiles, or create one with 'aws configure'.",
        "ConnectionFailed" or "InvalidEndpoint" => "Check -Region, -EndpointUrl, and the network. Start-EcsLocal starts a local ECS.",
        "ClusterContainsServicesException" or "ClusterContainsTasksException" or "ClusterContainsContainerInstancesException" =>
            EmptyCluster,
        "ClusterContainsCapacityProviderException" =>
            "Remove its capacity providers first: Get-EcsCapacityProvider -Cluster <cluster> | Remove-EcsCapacityProvider.",
        "ThrottlingException" => "Try again later, or allow more attempts with Set-EcsContext -MaxAttempts.",
        "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" =>
            "Set this machine's clock: ECS accepts requests that are at most five minutes old.",
        "NoAnswer" => "Run the command again. If this happens often, check the network and the proxy.",
        "ServerException" or "Timeout" => "Try again in a moment. If the error persists, see the AWS Health Dashboard.",
        "LimitExceededException" or "AttributeLimitExceededException" =>
            "Remove resources that are no longer needed, or request a higher quota.",
        "NoUpdateAvailableException" => "The agent is already up to date. No action is needed.",
        "MissingVersionException" => "Update the agent on the instance manually. ECS can update it after it has reported its version.",
        "UpdateInProgressException" => "Wait until the update has ended. Get-EcsContainerInstance shows the AgentUpdateStatus.",
        "UnsupportedFeatureException" or "UnknownOperationException" =>
            "The operation or feature isn't available at this endpoint. Try another -Region. For what a local ECS supports, run Get-Help about_EcsTools_Local.",
        "PlatformUnknownException" => "Omit -PlatformVersion, or specify LATEST.",
        "DELETE_FAILED" => "Remove it from the cluster first with Set-EcsClusterCapacityProvider.",
        "AGENT" => "The ECS agent of the instance isn't connected. Get-EcsContainerInstance shows the AgentConnected property.",
        "ATTRIBUTE" =>
            "The instance lacks an attribute that the task definition requires. Compare RequiresAttributes of the task definition with Get-EcsAttribute.",
        "INACTIVE" => "The instance was deregistered. Get-EcsContainerInstance lists the others.",
        "LOCATION" => "Specify subnets in the Availability Zones of the instances. Get-EcsContainerInstance shows the zones.",
        "MemberOf placement constraint unsatisfied." =>
            "The container instance doesn't match the expression of the placement constraint. To list the instances that match, run Get-EcsContainerInstance -Filter <expression>.",
        "DeleteTaskDefinitionsFailed" =>
            "Only an INACTIVE revision can be deleted. Deregister it first with Unregister-EcsTaskDefinition, and specify it as family:revision.",
        _ when code.StartsWith("RESOURCE", StringComparison.Ordinal) =>
            "Add instances, stop other tasks, or request less. Get-EcsContainerInstance shows the remaining capacity of each instance.",
        _ => $"Correct the value that the message names. For the accepted values, run Get-Help {command.CmdletName} -Full.",
    };

    private const string AnyLister = "the Get- cmdlet";

    /// <summary>The recommendation for an item that an operation doesn't find.</summary>
    /// <param name="operation">The operation: DescribeServices is behind Get-EcsService.</param>
    /// <param name="arn">The ARN of the item, if it is known.</param>
    /// <param name="command">The cmdlet.</param>
    public static string ForMissing(string operation, string? arn, EcsCmdlet command)
    {
        const string describe = "Describe";
        if (EcsArn.TryParse(arn, out var item))
            return Missing(
                $"Get-Ecs{string.Concat(item.ResourceType.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}",
                command);
        return Missing(
            operation.StartsWith(describe, StringComparison.Ordinal) && operation.EndsWith('s')
                ? $"Get-Ecs{operation[describe.Length..^1]}"
                : AnyLister,
            command);
    }

    private static string Missing(string lister, EcsCmdlet command) =>
        $"List the existing resources with {lister}, and check {(command.Takes("Cluster") ? "-Cluster and " : "")}-Region.";

    private const string AccessDenied = "Request the permission, or use other credentials with -ProfileName.";

    /// <summary>The recommendation for a missing permission: the operation is the IAM action.</summary>
    public static string ForDenied(string? operation) =>
        Named.FirstOrDefault(one => one.Name == operation) is { } denied
            ? AccessDenied.Replace("permission", $"permission {denied.Service.Host}:{denied.Name}", StringComparison.Ordinal)
            : AccessDenied;

    private static IEnumerable<Operation> Named => [.. Operations.All, .. LogsOperations.All, .. SsmOperations.All, .. KmsOperations.All];

    /// <summary>The whole way to an empty cluster: ECS names only the first obstacle.</summary>
    private const string EmptyCluster =
        "Delete the cluster with all its resources: Remove-EcsCluster <cluster> -Recurse. To list the resources first, add -WhatIf.";

    /// <summary>The cmdlet that does something else with the same kind of resource.</summary>
    private static string Cmdlet(string verb, EcsCmdlet command) => $"{verb}-{command.Noun}";
}
