namespace EcsTools.Tests.Faults;

/// <summary>A command for every operation that changes something, and what has to be there before.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Command">The command that sends it.</param>
/// <param name="Setup">The setup.</param>
/// <param name="IsHarmful">Whether a second execution would do something twice.</param>
internal sealed record Change(string Operation, string Command, string Setup = "", bool IsHarmful = false);

/// <summary>All of them. The shop has a cluster, instances and the task definition web:1.</summary>
internal static class Changes
{
    private const string Role = "arn:aws:iam::123456789012:role/r";
    private const string Service = "$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait;";
    private const string Instance = "$instance = (Get-EcsContainerInstance -First 1).ContainerInstanceArn;";
    private const string Attachment = "$null = Register-EcsTaskDefinition vpc -NetworkMode awsvpc -ContainerDefinition @{ name = 'web'; image = 'nginx'; cpu = 8; memory = 8 }; $task = Start-EcsTask vpc -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = @('subnet-1') } }; $attachment = 'arn:aws:ecs:us-east-1:123456789012:attachment/' + $task.Attachments[0].Id;";
    private const string RunningTask = "$task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal; $task = Get-EcsTask;";
    private const string Gateway = $"$null = New-EcsGateway front -InfrastructureRoleArn {Role} -DeletionProtection:$false -Configuration @{{ hostSharedAlb = @{{}} }}; $null = Step-EcsLocal; $gateway = (Get-EcsGateway front).GatewayArn;";
    private const string Express = $"$site = New-EcsExpressGatewayService site -InfrastructureRoleArn {Role} -ExecutionRoleArn {Role} -PrimaryContainer @{{ image = 'site:1' }}; $null = Step-EcsLocal;";
    private const string External = "$null = New-EcsService ext -DesiredCount 4 -DeploymentController EXTERNAL; $set = New-EcsTaskSet ext -TaskDefinition web -Scale 100; $null = Step-EcsLocal;";
    private const string Provider = "New-EcsCapacityProvider big -AutoScalingGroupProvider @{ autoScalingGroupArn = 'arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/big' }";
    private const string DaemonDefinition = "Register-EcsDaemonTaskDefinition agent -ContainerDefinition @{ name = 'agent'; image = 'agent:1'; memory = 64 } -Cpu 256 -Memory 512";
    private const string Managed = $"$null = New-EcsCapacityProvider mi -Cluster shop -ManagedInstancesProvider @{{ infrastructureRoleArn = '{Role}'; instanceLaunchTemplate = @{{ ec2InstanceProfileArn = 'arn:aws:iam::123456789012:instance-profile/p'; networkConfiguration = @{{ subnets = 'subnet-1' }} }} }};";
    private const string Daemon = $"{Managed} $agent = {DaemonDefinition}; $null = New-EcsDaemon agent -DaemonTaskDefinition $agent.DaemonTaskDefinitionArn -CapacityProvider (Get-EcsCapacityProvider mi).CapacityProviderArn; $null = Step-EcsLocal; $daemon = (Get-EcsDaemon agent).DaemonArn;";
    private const string Deploying = $"{Service} $null = Register-EcsTaskDefinition web -ContainerDefinition @{{ name = 'web'; image = 'nginx:2'; memory = 64 }}; $null = Update-EcsService web -TaskDefinition web:2; $deployment = (Get-EcsServiceDeployment web -First 1).ServiceDeploymentArn;";

    public static IReadOnlyList<Change> All { get; } =
    [
        new("AssociateGatewayWithCluster", "Add-EcsGatewayCluster $gateway -Cluster shop", Gateway),
        new("CreateCapacityProvider", Provider),
        new("CreateCluster", "New-EcsCluster other"),
        new("CreateDaemon", "New-EcsDaemon agent -DaemonTaskDefinition $agent.DaemonTaskDefinitionArn -CapacityProvider (Get-EcsCapacityProvider mi).CapacityProviderArn", $"{Managed} $agent = {DaemonDefinition};"),
        new("CreateExpressGatewayService", $"New-EcsExpressGatewayService site -InfrastructureRoleArn {Role} -ExecutionRoleArn {Role} -PrimaryContainer @{{ image = 'site:1' }}"),
        new("CreateGateway", $"New-EcsGateway front -InfrastructureRoleArn {Role} -Configuration @{{ hostSharedAlb = @{{}} }}"),
        new("CreateService", "New-EcsService web -TaskDefinition web -DesiredCount 1"),
        new("CreateTaskSet", "New-EcsTaskSet ext -TaskDefinition web -Scale 50", "$null = New-EcsService ext -DesiredCount 4 -DeploymentController EXTERNAL;"),
        new("DeleteAccountSetting", "Remove-EcsAccountSetting containerInsights", "$null = Set-EcsAccountSetting containerInsights -Value enabled;"),
        new("DeleteAttributes", "Remove-EcsAttribute stack -ContainerInstance $instance", $"{Instance} $null = Set-EcsAttribute stack blue -ContainerInstance $instance;"),
        new("DeleteCapacityProvider", "Remove-EcsCapacityProvider big -PassThru", $"$null = {Provider};"),
        new("DeleteCluster", "Remove-EcsCluster other -PassThru", "$null = New-EcsCluster other;"),
        new("DeleteDaemon", "Remove-EcsDaemon $daemon -PassThru", Daemon),
        new("DeleteDaemonTaskDefinition", "Remove-EcsDaemonTaskDefinition agent:1 -PassThru", $"$null = {DaemonDefinition};"),
        new("DeleteExpressGatewayService", "$site | Remove-EcsExpressGatewayService -PassThru", Express),
        new("DeleteGateway", "Remove-EcsGateway front -PassThru", Gateway),
        new("DeleteService", "Remove-EcsService web -Force -PassThru", Service),
        new("DeleteTaskDefinitions", "Remove-EcsTaskDefinition web:1 -PassThru", "Unregister-EcsTaskDefinition web:1 -Confirm:$false;"),
        new("DeleteTaskSet", "$set | Remove-EcsTaskSet -Force -PassThru", External),
        new("DeregisterContainerInstance", "Unregister-EcsContainerInstance $instance -Force -PassThru", Instance),
        new("DeregisterTaskDefinition", "Unregister-EcsTaskDefinition web:1 -PassThru"),
        new("DisassociateGatewayFromCluster", "Remove-EcsGatewayCluster $gateway -Cluster shop -PassThru", $"{Gateway} $null = Add-EcsGatewayCluster $gateway -Cluster shop; $null = Step-EcsLocal;"),
        new("ExecuteCommand", "$task | Invoke-EcsCommand -Command /bin/sh", RunningTask, IsHarmful: true),
        new("PutAccountSetting", "Set-EcsAccountSetting containerInsights -Value enabled"),
        new("PutAccountSettingDefault", "Set-EcsAccountSettingDefault containerInsights -Value enabled"),
        new("PutAttributes", "Set-EcsAttribute stack blue -ContainerInstance $instance", Instance),
        new("PutClusterCapacityProviders", "Set-EcsClusterCapacityProvider shop -CapacityProvider FARGATE -DefaultCapacityProviderStrategy FARGATE"),
        new("RegisterContainerInstance", "Register-EcsContainerInstance -TotalResource @{ name = 'CPU'; integerValue = 4096 }, @{ name = 'MEMORY'; integerValue = 8192 }", IsHarmful: true),
        new("RegisterDaemonTaskDefinition", DaemonDefinition, IsHarmful: true),
        new("RegisterTaskDefinition", "Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx:2'; memory = 64 }", IsHarmful: true),
        new("RunTask", "Start-EcsTask web -Count 2"),
        new("StartTask", "Start-EcsTask web -ContainerInstance $instance", Instance, IsHarmful: true),
        new("StopServiceDeployment", "Stop-EcsServiceDeployment $deployment -StopType ABORT -PassThru", Deploying),
        new("StopTask", "$task | Stop-EcsTask -PassThru", RunningTask),
        new("SubmitAttachmentStateChanges", "Submit-EcsAttachmentStateChange @{ attachmentArn = $attachment; status = 'ATTACHED' }", Attachment),
        new("SubmitContainerStateChange", "$task | Submit-EcsContainerStateChange -ContainerName web -Status RUNNING", RunningTask),
        new("SubmitTaskStateChange", "$task | Submit-EcsTaskStateChange -Status RUNNING", RunningTask),
        new("TagResource", "Get-EcsCluster shop | Add-EcsTag -Tag @{ team = 'web' }"),
        new("UntagResource", "Get-EcsCluster shop | Remove-EcsTag -TagKey team", "Get-EcsCluster shop | Add-EcsTag -Tag @{ team = 'web' };"),
        new("UpdateCapacityProvider", "Update-EcsCapacityProvider big -AutoScalingGroupProvider @{ managedScaling = @{ status = 'ENABLED' } }", $"$null = {Provider};"),
        new("UpdateCluster", "Update-EcsCluster shop -ServiceConnectDefaults inside"),
        new("UpdateClusterSettings", "Update-EcsClusterSetting shop -Setting @{ name = 'containerInsights'; value = 'enabled' }"),
        new("UpdateContainerAgent", "Update-EcsContainerAgent $old", "$old = (Register-EcsContainerInstance -VersionInfo @{ agentVersion = '1.50.0' } -TotalResource @{ name = 'CPU'; integerValue = 4096 }, @{ name = 'MEMORY'; integerValue = 8192 }).ContainerInstanceArn;"),
        new("UpdateContainerInstancesState", "Update-EcsContainerInstanceState $instance -Status DRAINING", Instance),
        new("UpdateDaemon", "Update-EcsDaemon $daemon -DaemonTaskDefinition $next.DaemonTaskDefinitionArn -CapacityProvider (Get-EcsCapacityProvider mi).CapacityProviderArn", $"{Daemon} $next = {DaemonDefinition};"),
        new("UpdateExpressGatewayService", "$site | Update-EcsExpressGatewayService -PrimaryContainer @{ image = 'site:2' }", Express),
        new("UpdateGateway", "Update-EcsGateway front -Configuration @{ hostSharedAlb = @{ maxAlbCount = 3 } }", Gateway),
        new("UpdateService", "Update-EcsService web -DesiredCount 3", Service),
        new("UpdateService", "Update-EcsService web -ForceNewDeployment", Service, IsHarmful: true),
        new("UpdateService", "Restart-EcsService web", Service, IsHarmful: true),
        new("UpdateServicePrimaryTaskSet", "$set | Update-EcsServicePrimaryTaskSet", External),
        new("UpdateTaskProtection", "Get-EcsTask -ServiceName web | Update-EcsTaskProtection -ProtectionEnabled", Service),
        new("UpdateTaskSet", "$set | Update-EcsTaskSet -Scale 50", External),
    ];
}
