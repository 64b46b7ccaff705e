using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>What ECS refuses of the cmdlets for services, as an error at the prompt.</summary>
public sealed class ServiceErrorTests
{
    [Theory]
    [InlineData("New-EcsService s -Cluster nosuch -TaskDefinition web -DesiredCount 1", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("New-EcsService s -Cluster deleted -TaskDefinition web -DesiredCount 1", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "deleted", "The referenced cluster was inactive.")]
    [InlineData("New-EcsService web -TaskDefinition web -DesiredCount 2", "InvalidParameterException", ErrorCategory.InvalidArgument, "service web", "Creation of service was not idempotent.")]
    [InlineData("New-EcsService draining -TaskDefinition web -DesiredCount 1", "InvalidParameterException", ErrorCategory.InvalidArgument, "service draining", "Unable to Start a service that is still Draining.")]
    [InlineData("New-EcsService 'a b' -TaskDefinition web -DesiredCount 1", "InvalidParameterException", ErrorCategory.InvalidArgument, "a b", "must match")]
    [InlineData("New-EcsService s -TaskDefinition web", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "DesiredCount is missing")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount -1", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "DesiredCount can not be lesser than 0")]
    [InlineData("New-EcsService s -TaskDefinition web -SchedulingStrategy SOMETIMES", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "Scheduling strategy should be one of [REPLICA,DAEMON]")]
    [InlineData("New-EcsService s -TaskDefinition web -SchedulingStrategy DAEMON -DesiredCount 1", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "The daemon scheduling strategy does not support a desired count for services.")]
    [InlineData("New-EcsService s -TaskDefinition web -SchedulingStrategy DAEMON -LaunchType FARGATE", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "The daemon scheduling strategy does not support the FARGATE launch type.")]
    [InlineData("New-EcsService s -TaskDefinition web -SchedulingStrategy DAEMON -DeploymentController @{ type = 'EXTERNAL' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "The daemon scheduling strategy does not support the EXTERNAL deployment controller.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -LaunchType MOON", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "launch type should be one of [EC2,FARGATE,EXTERNAL,FMI,MANAGED_INSTANCES]")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -LaunchType FARGATE", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "Task definition does not support launch_type FARGATE.")]
    [InlineData("New-EcsService s -TaskDefinition nosuch -DesiredCount 1", "ClientException", ErrorCategory.InvalidArgument, "service s", "TaskDefinition not found.")]
    [InlineData("New-EcsService s -TaskDefinition old:1 -DesiredCount 1", "ClientException", ErrorCategory.InvalidArgument, "service s", "TaskDefinition is inactive")]
    [InlineData("New-EcsService s -TaskDefinition vpc -DesiredCount 1", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "Network Configuration must be provided when networkMode 'awsvpc' is specified.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'a' } }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "Network Configuration is not valid for the given networkMode of this task definition.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -DeploymentConfiguration @{ maximumPercent = 99 }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "maximumPercent must be at least 100")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -DeploymentConfiguration @{ minimumHealthyPercent = 101 }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "minimumHealthyPercent must be at most 100")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -DeploymentConfiguration @{ deploymentCircuitBreaker = @{ enable = $true; thresholdConfiguration = @{ type = 'COUNT'; value = 0 } } }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "Invalid deployment circuit breaker threshold value.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -DeploymentConfiguration @{ deploymentCircuitBreaker = @{ enable = $true; thresholdConfiguration = @{ type = 'LUCK'; value = 1 } } }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "Invalid deployment circuit breaker threshold type.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -ClientToken 1234567890123456789012345678901234567", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "idempotency token longer than 36.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -PlacementConstraint @{ type = 'distinctInstance'; expression = 'x' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "distinctInstance expression should not be specified.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -PlacementConstraint @{ type = 'memberOf'; expression = 'attribute:x ===' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "Expected a value")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -LoadBalancer @{ targetGroupArn = 'tg'; containerName = 'db'; containerPort = 80 }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "The container db does not exist in the task definition.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -LoadBalancer @{ targetGroupArn = 'tg'; containerName = 'web'; containerPort = 81 }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "The container web did not have a container port 81 defined.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -DeploymentController @{ type = 'CODE_DEPLOY' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -LaunchType EXTERNAL", "UnsupportedFeatureException", ErrorCategory.NotImplemented, "service s", "The local ECS does not simulate the launch type EXTERNAL.")]
    [InlineData("New-EcsService s -TaskDefinition web -DesiredCount 1 -PlatformVersion LATEST", "InvalidParameterException", ErrorCategory.InvalidArgument, "service s", "The platform version must be null when specifying an EC2 launch type.")]
    [InlineData("$null = Register-EcsTaskDefinition fg -Cpu 256 -Memory 512 -NetworkMode awsvpc -RequiresCompatibilities FARGATE -ContainerDefinition @{ name = 'x'; image = 'x' }; New-EcsService s -TaskDefinition fg -DesiredCount 1 -LaunchType FARGATE -PlatformVersion 9.9.9 -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'a' } }", "PlatformUnknownException", ErrorCategory.ObjectNotFound, "service s", "The specified platform does not exist.")]
    public void New_EcsService_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Get-EcsService nosuch", "MISSING", ErrorCategory.ObjectNotFound, "'nosuch' in cluster 'shop'", "was not found")]
    [InlineData("Get-EcsService web -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Get-EcsService -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Get-EcsService web -Include EVENTS", "InvalidParameterException", ErrorCategory.InvalidArgument, "web", "include should be one of [TAGS]")]
    [InlineData("Get-EcsService arn:aws:ecs:us-east-1:123456789012:service/other/web -Cluster shop", "InvalidParameterException", ErrorCategory.InvalidArgument, "web", "Invalid identifier: Identifier is for cluster other. Your cluster is shop")]
    [InlineData("Get-EcsService -LaunchType MOON", "InvalidParameterException", ErrorCategory.InvalidArgument, "shop", "launch type should be one of")]
    public void Get_EcsService_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Update-EcsService nosuch -DesiredCount 1", "ServiceNotFoundException", ErrorCategory.ObjectNotFound, "service nosuch", "Service not found.")]
    [InlineData("Update-EcsService draining -DesiredCount 1", "ServiceNotActiveException", ErrorCategory.InvalidOperation, "service draining", "Service was not ACTIVE.")]
    [InlineData("Update-EcsService web -Cluster nosuch -DesiredCount 1", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Update-EcsService web -DesiredCount -1", "InvalidParameterException", ErrorCategory.InvalidArgument, "service web", "Task count can not be lesser than 0")]
    [InlineData("Update-EcsService web -TaskDefinition nosuch", "ClientException", ErrorCategory.InvalidArgument, "service web", "TaskDefinition not found.")]
    [InlineData("Update-EcsService web -TaskDefinition old:1", "ClientException", ErrorCategory.InvalidArgument, "service web", "TaskDefinition is inactive")]
    [InlineData("Update-EcsService web -DeploymentConfiguration @{ maximumPercent = 100 }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service web", "Availability Zone Rebalancing does not support maximumPercent <= 100 %")]
    [InlineData("Update-EcsService web -PropagateTags EVERYWHERE", "InvalidParameterException", ErrorCategory.InvalidArgument, "service web", "propagateTags should be one of")]
    [InlineData("Update-EcsService web -LoadBalancer @{ targetGroupArn = 'tg'; containerName = 'db'; containerPort = 80 }", "InvalidParameterException", ErrorCategory.InvalidArgument, "service web", "The container db does not exist in the task definition.")]
    [InlineData("Update-EcsService web -PlatformVersion LATEST", "InvalidParameterException", ErrorCategory.InvalidArgument, "service web", "The platform version must be null when specifying an EC2 launch type.")]
    public void Update_EcsService_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Remove-EcsService nosuch -Confirm:$false", "ServiceNotFoundException", ErrorCategory.ObjectNotFound, "service nosuch", "service nosuch")]
    [InlineData("Remove-EcsService web -Cluster nosuch -Confirm:$false", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Remove-EcsService web -Confirm:$false", "InvalidParameterException", ErrorCategory.InvalidArgument, "service web", "The service cannot be stopped while it is scaled above 0.")]
    public void Remove_EcsService_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);
}
