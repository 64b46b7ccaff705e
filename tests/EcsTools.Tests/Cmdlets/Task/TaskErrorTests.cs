using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>What ECS refuses of the cmdlets for tasks, as an error at the prompt.</summary>
public sealed class TaskErrorTests
{
    [Theory]
    [InlineData("Start-EcsTask nosuch", "ClientException", ErrorCategory.InvalidArgument, "task definition nosuch", "TaskDefinition not found.")]
    [InlineData("Start-EcsTask old:1", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition old:1", "TaskDefinition is inactive")]
    [InlineData("Start-EcsTask web -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Start-EcsTask web -Cluster deleted", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "deleted", "The referenced cluster was inactive.")]
    [InlineData("Start-EcsTask web -Cluster empty", "InvalidParameterException", ErrorCategory.InvalidArgument, "empty", "No Container Instances were found in your cluster.")]
    [InlineData("Start-EcsTask web -LaunchType MOON", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition web", "launch type should be one of")]
    [InlineData("Start-EcsTask web -LaunchType FARGATE", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition web", "Task definition does not support launch_type FARGATE.")]
    [InlineData("Start-EcsTask vpc", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition vpc", "Network Configuration must be provided when networkMode 'awsvpc' is specified.")]
    [InlineData("Start-EcsTask web -PlacementConstraint @{ type = 'distinctInstance'; expression = 'x' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition web", "distinctInstance expression should not be specified.")]
    [InlineData("Start-EcsTask web -PlacementStrategy @{ type = 'alphabet' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition web", "alphabet")]
    [InlineData("Start-EcsTask web -Override @{ containerOverrides = @{ name = 'db' } }", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition web", "Override for container named db is not a container in the TaskDefinition.")]
    [InlineData("Start-EcsTask web -CapacityProviderStrategy @{ capacityProvider = 'x' }", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition web", "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.")]
    [InlineData("$null = Start-EcsTask web -ClientToken t; Start-EcsTask web -ClientToken t -Count 2", "ConflictException", ErrorCategory.ResourceBusy, "task definition web", "The client token was used before with another request.")]
    [InlineData("$null = Register-EcsTaskDefinition big -ContainerDefinition @{ name = 'x'; image = 'x'; memory = 9000 }; Start-EcsTask big", "RESOURCE:MEMORY", ErrorCategory.ResourceUnavailable, "container instance", "RESOURCE:MEMORY")]
    [InlineData("$null = Register-EcsTaskDefinition big -ContainerDefinition @{ name = 'x'; image = 'x'; memory = 8; cpu = 9000 }; Start-EcsTask big", "RESOURCE:CPU", ErrorCategory.ResourceUnavailable, "container instance", "RESOURCE:CPU")]
    [InlineData("$null = Register-EcsTaskDefinition port -ContainerDefinition @{ name = 'x'; image = 'x'; memory = 8; portMappings = @{ containerPort = 80; hostPort = 80 } }; $null = Start-EcsTask port; Start-EcsTask port", "RESOURCE:PORTS", ErrorCategory.ResourceUnavailable, "container instance", "RESOURCE:PORTS")]
    [InlineData("Start-EcsTask web -PlatformVersion LATEST", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition web", "The platform version must be null when specifying an EC2 launch type.")]
    [InlineData("$null = Register-EcsTaskDefinition fg -Cpu 256 -Memory 512 -NetworkMode awsvpc -RequiresCompatibilities FARGATE -ContainerDefinition @{ name = 'x'; image = 'x' }; Start-EcsTask fg -LaunchType FARGATE -PlatformVersion 9.9.9 -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'a' } }", "PlatformUnknownException", ErrorCategory.ObjectNotFound, "task definition fg", "The specified platform does not exist.")]
    public void Start_EcsTask_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Start-EcsTask nosuch -ContainerInstance $instance", "ClientException", ErrorCategory.InvalidArgument, "task definition nosuch", "TaskDefinition not found.")]
    [InlineData("Start-EcsTask web -ContainerInstance abc", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition web", "containerInstanceId length should be one of [32,36]")]
    [InlineData("Start-EcsTask web -ContainerInstance 00000000000000000000000000000000", "MISSING", ErrorCategory.ObjectNotFound, "00000000000000000000000000000000", "was not found")]
    [InlineData("Start-EcsTask web -ContainerInstance $gone", "INACTIVE", ErrorCategory.InvalidOperation, "container instance", "INACTIVE")]
    [InlineData("Start-EcsTask web -ContainerInstance 00000000000000000000000000000000 -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Start-EcsTask vpc -ContainerInstance $instance", "InvalidParameterException", ErrorCategory.InvalidArgument, "task definition vpc", "Network Configuration must be provided")]
    public void Start_EcsTask_on_instances_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Get-EcsTask 00000000000000000000000000000000", "MISSING", ErrorCategory.ObjectNotFound, "00000000000000000000000000000000", "was not found")]
    [InlineData("Get-EcsTask abc", "InvalidParameterException", ErrorCategory.InvalidArgument, "abc", "taskId length should be one of [32,36]")]
    [InlineData("Get-EcsTask a/b/c/d", "InvalidParameterException", ErrorCategory.InvalidArgument, "d", "Invalid identifier: Unexpected number of separators")]
    [InlineData("Get-EcsTask 00000000000000000000000000000000 -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Get-EcsTask -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    [InlineData("Get-EcsTask -Service nosuch", "ServiceNotFoundException", ErrorCategory.ObjectNotFound, "shop", "Service nosuch not found.")]
    [InlineData("Get-EcsTask -DesiredStatus DREAMING", "InvalidParameterException", ErrorCategory.InvalidArgument, "shop", "desiredStatus should be one of")]
    [InlineData("Get-EcsTask -ContainerInstance 00000000000000000000000000000000", "InvalidParameterException", ErrorCategory.InvalidArgument, "shop", "The referenced container instance was not found.")]
    [InlineData("Get-EcsTask $task -Include EVENTS", "InvalidParameterException", ErrorCategory.InvalidArgument, "", "include should be one of [TAGS]")]
    public void Get_EcsTask_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Fact]
    public void Tasks_that_did_not_start_are_one_error_a_reason_that_counts_them()
    {
        using var prompt = Refusal.World();
        var said = prompt.Run("$null = Register-EcsTaskDefinition some -ContainerDefinition @{ name = 'x'; image = 'x'; memory = 1000 }; $null = Add-Instance 2; Start-EcsTask some -Count 30");
        Assert.Equal(16, said.Output.Count);
        Assert.StartsWith("RESOURCE:MEMORY,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Matches("^The container instance '[0-9a-f]+' in cluster 'shop': RESOURCE:MEMORY \\(14 of 30 tasks did not start; 1 more container instance refused for the same reason\\)", said.Error().ToString());
    }

    [Fact]
    public void What_refuses_every_call_is_one_error()
    {
        using var prompt = Refusal.World();
        Assert.StartsWith("25 of 25 tasks of task definition nosuch in cluster shop: TaskDefinition not found.", prompt.Run("Start-EcsTask nosuch -Count 25").Error().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stop-EcsTask 00000000000000000000000000000000", "InvalidParameterException", ErrorCategory.InvalidArgument, "00000000000000000000000000000000", "The referenced task was not found.")]
    [InlineData("Stop-EcsTask abc", "InvalidParameterException", ErrorCategory.InvalidArgument, "task abc", "taskId length should be one of [32,36]")]
    [InlineData("Stop-EcsTask a/b/c/d", "InvalidParameterException", ErrorCategory.InvalidArgument, "task a/b/c/d", "Invalid identifier: Unexpected number of separators")]
    [InlineData("Stop-EcsTask $task -Cluster nosuch", "ClusterNotFoundException", ErrorCategory.ObjectNotFound, "nosuch", "Cluster not found.")]
    public void Stop_EcsTask_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);
}
