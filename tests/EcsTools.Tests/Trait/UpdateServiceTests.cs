using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class UpdateServiceTests
{
    [Fact]
    public void The_deployment_configuration_can_be_updated()
    {
        using var prompt = Running(1);
        var configuration = prompt.Run("Update-EcsService web -DeploymentConfiguration @{ minimumHealthyPercent = 50; maximumPercent = 150 }").One<Service>().DeploymentConfiguration!;
        Assert.Equal((50, 150), (configuration.MinimumHealthyPercent, configuration.MaximumPercent));
    }

    [Fact]
    public void The_network_configuration_can_be_updated_and_is_deployed()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = Register-EcsTaskDefinition vpc -NetworkMode awsvpc -ContainerDefinition @{ name = 'x'; image = 'x'; memory = 8 }
            $null = New-EcsService web -TaskDefinition vpc -DesiredCount 1 -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1' } } -Wait
            $null = Update-EcsService web -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-2' } } -Wait
            """).Clean();
        Assert.Equal("subnet-2", Assert.Single(prompt.Tasks()).Attachments![0].Details!.Single(d => d.Name == "subnetId").Value);
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(5, 2)]
    [InlineData(3, 0)]
    public void A_new_desired_count_adds_to_the_tasks_or_subtracts_from_them(int before, int after)
    {
        using var prompt = Running(before);
        Assert.Equal(after, prompt.Run($"Update-EcsService web -DesiredCount {after}").One<Service>().DesiredCount);
        prompt.Settle();
        Assert.Equal(after, prompt.Tasks("-Service web").Count(task => task.LastStatus == "RUNNING"));
    }

    [Fact]
    public void A_new_task_definition_is_deployed_to_the_service()
    {
        using var prompt = Running(2);
        prompt.Run("$null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx:2'; memory = 64 }; Update-EcsService web -TaskDefinition web:2 -Wait").Clean();
        Assert.Equal(["nginx:2", "nginx:2"], prompt.Tasks("-Service web").Select(task => task.Containers![0].Image));
    }

    [Fact]
    public void A_forced_deployment_replaces_the_tasks_without_a_new_revision_and_pulls_the_image_again()
    {
        using var prompt = Running(2);
        var before = prompt.Tasks();
        prompt.Run("Update-EcsService web -ForceNewDeployment -Wait").Clean();
        var after = prompt.Tasks();
        Assert.DoesNotContain(after, task => before.Any(old => old.TaskArn == task.TaskArn));
        Assert.All(after, task => Assert.EndsWith("web:1", task.TaskDefinitionArn, StringComparison.Ordinal));
        Assert.All(after, task => Assert.True(task.PullStartedAt > before.Max(t => t.PullStoppedAt)));
    }

    [Fact]
    public void A_minimum_below_100_lets_two_of_four_tasks_stop_before_two_new_ones_start()
    {
        using var prompt = Running(4, "-AvailabilityZoneRebalancing DISABLED -DeploymentConfiguration @{ minimumHealthyPercent = 50; maximumPercent = 100 }");
        var old = prompt.Tasks().Select(t => t.TaskArn).ToHashSet();
        prompt.Run("Update-EcsService web -ForceNewDeployment").Clean();
        var order = new List<(int Old, int New)>();
        prompt.Watch(() => order.Add((prompt.Tasks().Count(t => old.Contains(t.TaskArn)), prompt.Alive().Count(t => !old.Contains(t.TaskArn)))));
        Assert.Equal([(4, 0), (2, 0), (2, 2), (0, 2), (0, 4)], order.Distinct());
    }

    [Fact]
    public void A_maximum_of_200_starts_four_new_tasks_before_the_four_older_ones_stop()
    {
        using var prompt = Running(4);
        var old = prompt.Tasks().Select(t => t.TaskArn).ToHashSet();
        prompt.Run("Update-EcsService web -ForceNewDeployment").Clean();
        var order = new List<(int Old, int New)>();
        prompt.Watch(() => order.Add((prompt.Tasks().Count(t => old.Contains(t.TaskArn)), prompt.Tasks().Count(t => !old.Contains(t.TaskArn)))));
        Assert.Equal([(4, 0), (4, 4), (0, 4)], order.Distinct());
    }

    [Fact]
    public void A_maximum_beyond_what_the_cluster_can_take_fills_what_there_is()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = Register-EcsTaskDefinition half -ContainerDefinition @{ name = 'x'; image = 'x'; memory = 3000 }; New-EcsService web -TaskDefinition half -DesiredCount 2 -Wait; Update-EcsService web -ForceNewDeployment").Clean();
        prompt.Settle();
        Assert.Contains(prompt.Events(), e => e.Contains("insufficient memory available", StringComparison.Ordinal));
        Assert.Equal(2, prompt.Service().Deployments!.Count);
    }

    [Fact]
    public void Containers_that_a_deployment_stops_get_SIGTERM_and_end_gracefully()
    {
        using var prompt = Running(1);
        var old = Assert.Single(prompt.Tasks());
        prompt.Run("Update-EcsService web -ForceNewDeployment -Wait").Clean();
        prompt.Settle();
        var stopped = Assert.Single(prompt.Tasks(old.TaskArn!));
        Assert.Equal(("STOPPED", 0), (stopped.LastStatus, stopped.Containers![0].ExitCode));
        Assert.True(stopped.StoppedAt - stopped.StoppingAt < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Scaling_in_keeps_the_zones_in_balance_and_takes_from_the_fullest_instance_of_the_fullest_zone()
    {
        using var prompt = Shop.Open(instances: 1);
        // Zone b gets three tasks on one instance; then a second instance in it and one in zone c take one more each.
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait; foreach ($number in 4, 2) { $null = Add-Instance $number }; Update-EcsService web -DesiredCount 5 -Wait").Clean();
        var full = prompt.Tasks().GroupBy(t => t.ContainerInstanceArn).Single(group => group.Count() == 3).Key;
        prompt.Run("Update-EcsService web -DesiredCount 4 -Wait").Clean();
        Assert.Equal(2, prompt.Tasks().Count(t => t.ContainerInstanceArn == full));
        prompt.Run("Update-EcsService web -DesiredCount 2 -Wait").Clean();
        Assert.Equal([1, 1], prompt.Tasks().Spread(t => t.AvailabilityZone));
    }

    [Fact]
    public void New_tasks_go_to_the_zone_with_the_fewest_tasks_of_the_service()
    {
        using var prompt = Running(2);
        prompt.Run("Update-EcsService web -DesiredCount 3 -Wait").Clean();
        Assert.Equal([1, 1, 1], prompt.Tasks().Spread(t => t.AvailabilityZone));
    }

    private static EcsPrompt Running(int count, string more = "")
    {
        var prompt = Shop.Open();
        prompt.Run($"New-EcsService web -TaskDefinition web -DesiredCount {count} {more} -Wait").Clean();
        return prompt;
    }
}
