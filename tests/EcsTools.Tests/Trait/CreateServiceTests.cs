using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class CreateServiceTests
{
    private const string TargetGroup = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1234567890abcdef";

    [Fact]
    public void Runs_and_maintains_the_desired_number_of_tasks_from_the_task_definition()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 4").Clean();
        prompt.Settle();
        Assert.Equal(4, prompt.Service().RunningCount);
        Assert.All(prompt.Tasks("-Service web"), task => Assert.EndsWith("task-definition/web:1", task.TaskDefinitionArn, StringComparison.Ordinal));
    }

    [Fact]
    public void Spawns_another_copy_when_the_running_tasks_drop_below_the_desired_count()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait").Clean();
        var before = prompt.Tasks().Select(task => task.TaskArn).ToList();
        prompt.Run($"Stop-EcsTask {before[0]}").Clean();
        prompt.Settle();
        var after = prompt.Tasks().Select(task => task.TaskArn).ToList();
        Assert.Equal((3, 2), (after.Count, after.Intersect(before).Count()));
    }

    [Fact]
    public void A_service_may_run_behind_a_load_balancer_that_is_told_of_its_tasks()
    {
        using var prompt = Balanced();
        prompt.Settle();
        Assert.Contains($"(service web) registered 2 targets in (target-group {TargetGroup})", prompt.Events());
        prompt.Run("Update-EcsService web -DesiredCount 1").Clean();
        prompt.Settle();
        Assert.Contains($"(service web) deregistered 1 targets in (target-group {TargetGroup})", prompt.Events());
        Assert.Contains(prompt.Events(), e => e.EndsWith("has begun draining connections on 1 tasks.", StringComparison.Ordinal));
    }

    [Fact]
    public void Tasks_behind_no_load_balancer_are_healthy_once_they_are_RUNNING()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2").Clean();
        prompt.Watch(() => Assert.Equal(prompt.Service().RunningCount == 2, prompt.Service().Deployments![0].RolloutState == "COMPLETED"));
    }

    [Fact]
    public void Tasks_behind_a_load_balancer_are_healthy_once_they_are_RUNNING_and_it_finds_them_healthy()
    {
        using var prompt = Balanced();
        var isRunning = 0;
        prompt.Watch(() => isRunning += prompt.Service() is { RunningCount: 2 } web && web.Deployments![0].RolloutState == "IN_PROGRESS" ? 1 : 0);
        Assert.InRange(isRunning, 5, 20);
        Assert.Equal("COMPLETED", prompt.Service().Deployments![0].RolloutState);
    }

    [Fact]
    public void A_rolling_update_waits_until_the_load_balancer_finds_new_tasks_healthy()
    {
        using var prompt = Balanced();
        prompt.Settle();
        var old = prompt.Tasks().Select(task => task.TaskArn).ToHashSet();
        prompt.Run("Update-EcsService web -ForceNewDeployment").Clean();
        var both = 0;
        prompt.Watch(() => both += prompt.Tasks() is var now && now.Count(task => task.LastStatus == "RUNNING" && !old.Contains(task.TaskArn)) == 2 && now.Count(task => old.Contains(task.TaskArn)) == 2 ? 1 : 0);
        Assert.InRange(both, 5, 20);
        Assert.DoesNotContain(prompt.Tasks(), task => old.Contains(task.TaskArn));
    }

    [Fact]
    public void Replica_tasks_are_spread_across_availability_zones_by_default()
    {
        using var prompt = Shop.Open(instances: 5);
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 6 -Wait").Clean();
        Assert.Equal("REPLICA", prompt.Service().SchedulingStrategy);
        Assert.Equal([2, 2, 2], prompt.Tasks().Spread(task => task.AvailabilityZone));
    }

    [Fact]
    public void Placement_strategies_customize_where_tasks_go()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 6 -PlacementStrategy @{ type = 'binpack'; field = 'memory' } -Wait").Clean();
        Assert.Single(prompt.Tasks().Select(task => task.ContainerInstanceArn).Distinct());
    }

    [Fact]
    public void Placement_constraints_customize_where_tasks_go()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 6 -PlacementConstraint @{ type = 'memberOf'; expression = 'attribute:ecs.availability-zone in [us-east-1a, us-east-1b]' } -Wait").Clean();
        Assert.Equal(["us-east-1a", "us-east-1b"], prompt.Tasks().Select(task => task.AvailabilityZone).Distinct().Order());
    }

    [Fact]
    public void Daemon_deploys_exactly_one_task_on_each_active_instance_that_meets_all_constraints()
    {
        using var prompt = Shop.Open(instances: 6);
        prompt.Run("New-EcsService web -TaskDefinition web -SchedulingStrategy DAEMON -PlacementConstraint @{ type = 'memberOf'; expression = 'attribute:ecs.availability-zone != us-east-1c' } -Wait").Clean();
        Assert.Equal((4, 4), (prompt.Service().DesiredCount, prompt.Service().RunningCount));
        Assert.Equal([1, 1, 1, 1], prompt.Tasks().Spread(task => task.ContainerInstanceArn));
        Assert.DoesNotContain("us-east-1c", prompt.Tasks().Select(task => task.AvailabilityZone));
    }

    [Fact]
    public void Daemon_comes_to_each_instance_that_is_added_and_goes_with_one_that_leaves()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("New-EcsService web -TaskDefinition web -SchedulingStrategy DAEMON -Wait; $null = Add-Instance 3").Clean();
        prompt.Settle();
        Assert.Equal((3, 3), (prompt.Service().DesiredCount, prompt.Service().RunningCount));
        prompt.Run("Get-EcsContainerInstance -First 1 | Unregister-EcsContainerInstance -Force -Confirm:$false").Clean();
        prompt.Settle();
        Assert.Equal((2, 2), (prompt.Service().DesiredCount, prompt.Service().RunningCount));
    }

    [Fact]
    public void Daemon_comes_to_an_instance_that_begins_to_meet_the_constraints_and_leaves_one_that_no_longer_does()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("New-EcsService web -TaskDefinition web -SchedulingStrategy DAEMON -PlacementConstraint @{ type = 'memberOf'; expression = 'attribute:role == edge' } -Wait; $one = Get-EcsContainerInstance -First 1").Clean();
        Assert.Equal(0, prompt.Service().DesiredCount);
        prompt.Run("$null = $one | Set-EcsAttribute role edge").Clean();
        prompt.Settle();
        Assert.Equal((1, 1), (prompt.Service().DesiredCount, prompt.Service().RunningCount));
        prompt.Run("$one | Remove-EcsAttribute role -Confirm:$false").Clean();
        prompt.Settle();
        Assert.Equal((0, 0), (prompt.Service().DesiredCount, prompt.Service().RunningCount));
    }

    [Fact]
    public void Daemon_leaves_a_draining_instance_after_the_other_tasks()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("New-EcsService daemon -TaskDefinition web -SchedulingStrategy DAEMON -Wait; Start-EcsTask web").Clean();
        prompt.Settle();
        var alone = Assert.Single(prompt.Tasks(), task => task.Group == "family:web");
        prompt.Run($"Update-EcsContainerInstanceState {alone.ContainerInstanceArn} -Status DRAINING").Clean();
        prompt.Settle();
        Assert.Equal((1, 2), (prompt.Service("daemon").DesiredCount, prompt.Tasks("-Service daemon").Count));
        prompt.Run($"Stop-EcsTask {alone.TaskArn}").Clean();
        prompt.Settle();
        Assert.NotEqual(alone.ContainerInstanceArn, Assert.Single(prompt.Tasks("-Service daemon")).ContainerInstanceArn);
    }

    [Fact]
    public void Daemon_needs_and_takes_no_desired_count_and_no_placement_strategy()
    {
        using var prompt = Shop.Open();
        Assert.Contains("does not support a desired count", prompt.Refused("New-EcsService web -TaskDefinition web -SchedulingStrategy DAEMON -DesiredCount 3").Message, StringComparison.Ordinal);
        Assert.Contains("does not support placement strategies", prompt.Refused("New-EcsService web -TaskDefinition web -SchedulingStrategy DAEMON -PlacementStrategy @{ type = 'random' }").Message, StringComparison.Ordinal);
        prompt.Run("New-EcsService web -TaskDefinition web -SchedulingStrategy DAEMON -Wait").Clean();
        Assert.Contains("does not support a desired count", prompt.Refused("Update-EcsService web -DesiredCount 1").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Daemon_tasks_that_find_no_room_on_their_instance_wait_for_it_and_say_so()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = Register-EcsTaskDefinition big -ContainerDefinition @{ name = 'big'; image = 'x'; memory = 8190 }; $task = Start-EcsTask big; New-EcsService web -TaskDefinition web -SchedulingStrategy DAEMON").Clean();
        prompt.Settle();
        Assert.Equal((1, 0), (prompt.Service().DesiredCount, prompt.Service().RunningCount));
        Assert.Contains("has insufficient memory available.", Assert.Single(prompt.Events()), StringComparison.Ordinal);
        prompt.Run("$task | Stop-EcsTask").Clean();
        prompt.Settle();
        Assert.Equal(1, prompt.Service().RunningCount);
    }

    [Fact]
    public void Daemon_services_are_deleted_without_being_scaled_down()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -SchedulingStrategy DAEMON -Wait; Remove-EcsService web -Confirm:$false").Clean();
        prompt.Settle();
        Assert.Equal("INACTIVE", prompt.Service().Status);
        Assert.Empty(prompt.Alive());
    }

    [Theory]
    [InlineData("-DesiredCount 1", 100, 200)]
    [InlineData("-SchedulingStrategy DAEMON", 0, 100)]
    public void Percents_have_their_defaults_by_strategy(string parameters, int minimum, int maximum)
    {
        using var prompt = Shop.Open();
        var configuration = prompt.Run($"New-EcsService web -TaskDefinition web {parameters}").One<Service>().DeploymentConfiguration!;
        Assert.Equal((minimum, maximum), (configuration.MinimumHealthyPercent, configuration.MaximumPercent));
    }

    [Theory]
    [InlineData(4, 50, 2)]
    [InlineData(3, 50, 2)]
    [InlineData(5, 1, 1)]
    public void Minimum_healthy_percent_is_the_lower_limit_of_RUNNING_tasks_rounded_up(int desired, int percent, int limit)
    {
        using var prompt = Shop.Open();
        prompt.Run($"New-EcsService web -TaskDefinition web -DesiredCount {desired} -AvailabilityZoneRebalancing DISABLED -DeploymentConfiguration @{{ minimumHealthyPercent = {percent}; maximumPercent = 100 }} -Wait; Update-EcsService web -ForceNewDeployment").Clean();
        var fewest = desired;
        prompt.Watch(() => fewest = Math.Min(fewest, prompt.Tasks().Count(task => task.LastStatus == "RUNNING")));
        Assert.Equal((limit, desired), (fewest, prompt.Service().RunningCount));
    }

    [Theory]
    [InlineData(4, 200, 8)]
    [InlineData(3, 150, 4)]
    [InlineData(5, 139, 6)]
    public void Maximum_percent_is_the_upper_limit_of_RUNNING_and_PENDING_tasks_rounded_down(int desired, int percent, int limit)
    {
        using var prompt = Shop.Open();
        prompt.Run($"New-EcsService web -TaskDefinition web -DesiredCount {desired} -DeploymentConfiguration @{{ maximumPercent = {percent} }} -Wait; Update-EcsService web -ForceNewDeployment").Clean();
        var most = 0;
        prompt.Watch(() => most = Math.Max(most, prompt.Alive().Count));
        Assert.Equal((limit, 1), (most, prompt.Service().Deployments!.Count));
    }

    [Theory]
    [InlineData("cpu = 5000; memory = 64", "insufficient CPU units")]
    [InlineData("memory = 9000", "insufficient memory")]
    public void Only_instances_that_can_support_the_task_definition_are_considered(string needs, string reason)
    {
        using var prompt = Shop.Open();
        prompt.Run($"$null = Register-EcsTaskDefinition big -ContainerDefinition @{{ name = 'big'; image = 'x'; {needs} }}; New-EcsService web -TaskDefinition big -DesiredCount 1").Clean();
        prompt.Settle();
        Assert.Contains(reason, Assert.Single(prompt.Events()), StringComparison.Ordinal);
        Assert.Empty(prompt.Tasks());
    }

    [Fact]
    public void A_host_port_is_given_out_once_on_each_instance()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = Register-EcsTaskDefinition port -ContainerDefinition @{ name = 'port'; image = 'x'; memory = 8; portMappings = @{ containerPort = 80; hostPort = 80 } }; New-EcsService web -TaskDefinition port -DesiredCount 4").Clean();
        prompt.Settle();
        Assert.Equal([1, 1, 1], prompt.Tasks().Spread(task => task.ContainerInstanceArn));
        Assert.Contains(prompt.Events(), e => e.Contains("is already using a port required by your task.", StringComparison.Ordinal));
    }

    [Fact]
    public void Attributes_that_a_task_definition_asks_for_bind()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = Register-EcsContainerInstance -TotalResource @{ name = 'CPU'; type = 'INTEGER'; integerValue = 1024 }, @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 1024 } -Attribute @{ name = 'disk'; value = 'ssd' }
            $null = Register-EcsTaskDefinition fast -ContainerDefinition @{ name = 'fast'; image = 'x'; memory = 8 } -PlacementConstraint @{ type = 'memberOf'; expression = 'attribute:disk == ssd' }
            New-EcsService web -TaskDefinition fast -DesiredCount 3 -Wait
            """).Clean();
        var fast = Assert.Single(prompt.Instances(), instance => instance.Attributes!.Exists(a => a.Name == "disk"));
        Assert.All(prompt.Tasks(), task => Assert.Equal(fast.ContainerInstanceArn, task.ContainerInstanceArn));
    }

    [Fact]
    public void The_zone_with_the_fewest_tasks_of_the_service_comes_first_then_the_instance_with_the_fewest()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait; foreach ($number in 4, 2, 5) { $null = Add-Instance $number }; Update-EcsService web -DesiredCount 4 -Wait").Clean();
        Assert.Equal([2, 2], prompt.Tasks().Spread(task => task.AvailabilityZone)); // two instances in each of two zones
        Assert.Equal([1, 1, 1, 1], prompt.Tasks().Spread(task => task.ContainerInstanceArn));
    }

    [Fact]
    public void Under_the_EXTERNAL_controller_the_only_required_parameter_is_the_name()
    {
        using var prompt = Shop.Open();
        var service = prompt.Run("New-EcsService web -DeploymentController @{ type = 'EXTERNAL' }").One<Service>();
        Assert.Equal(("ACTIVE", null), (service.Status, service.TaskDefinition));
    }

    [Theory]
    [InlineData("-TaskDefinition web")]
    [InlineData("-LaunchType EC2")]
    [InlineData("-PlatformVersion LATEST")]
    [InlineData("-NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'a' } }")]
    [InlineData("-LoadBalancer @{ targetGroupArn = 'tg'; containerName = 'web'; containerPort = 80 }")]
    public void Under_the_EXTERNAL_controller_parameters_that_task_sets_control_are_refused(string parameter)
    {
        using var prompt = Shop.Open();
        Assert.Equal("InvalidParameterException", prompt.Refused($"New-EcsService web -DeploymentController @{{ type = 'EXTERNAL' }} {parameter}").Id);
    }

    [Fact]
    public void Under_the_EXTERNAL_controller_tasks_are_controlled_with_task_sets()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -DesiredCount 4 -DeploymentController @{ type = 'EXTERNAL' }; $null = New-EcsTaskSet web -TaskDefinition web -Scale @{ value = 50; unit = 'PERCENT' }").Clean();
        prompt.Settle();
        Assert.Equal(2, prompt.Service().RunningCount);
    }

    private static EcsPrompt Balanced()
    {
        var prompt = Shop.Open();
        prompt.Run($$"""
            $null = Register-EcsTaskDefinition shopfront -ContainerDefinition @{ name = 'web'; image = 'nginx'; memory = 64; portMappings = @{ containerPort = 80 } }
            New-EcsService web -TaskDefinition shopfront -DesiredCount 2 -LoadBalancer @{ targetGroupArn = '{{TargetGroup}}'; containerName = 'web'; containerPort = 80 }
            """).Clean();
        return prompt;
    }
}
