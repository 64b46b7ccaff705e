using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class UpdateContainerInstancesStateTests
{
    [Fact]
    public void An_ACTIVE_instance_becomes_DRAINING()
    {
        using var prompt = Shop.Open(instances: 1);
        Assert.Equal("DRAINING", prompt.Run("Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status DRAINING").One<ContainerInstance>().Status);
    }

    [Fact]
    public void An_instance_that_is_not_ACTIVE_cannot_become_DRAINING()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$one = Get-EcsContainerInstance; $one | Unregister-EcsContainerInstance -Confirm:$false").Clean();
        Assert.Equal("INACTIVE", prompt.Refused("$one | Update-EcsContainerInstanceState -Status DRAINING").Id);
    }

    [Fact]
    public void No_new_tasks_are_placed_on_a_DRAINING_instance()
    {
        using var prompt = Shop.Open(instances: 2);
        var draining = Drain(prompt, 0);
        prompt.Run("Start-EcsTask web -Count 5; New-EcsService web -TaskDefinition web -DesiredCount 5").Clean();
        prompt.Settle();
        Assert.DoesNotContain(draining, prompt.Tasks().Select(task => task.ContainerInstanceArn));
    }

    [Fact]
    public void Replacements_of_service_tasks_are_started_on_other_instances()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 6 -Wait").Clean();
        var draining = Drain(prompt, 0);
        prompt.Settle();
        Assert.Equal(6, prompt.Tasks().Count);
        Assert.DoesNotContain(draining, prompt.Tasks().Select(task => task.ContainerInstanceArn));
    }

    [Fact]
    public void Without_room_elsewhere_no_replacement_is_started()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait").Clean();
        var draining = Drain(prompt, 0);
        prompt.Settle();
        Assert.All(prompt.Tasks(), task => Assert.Equal((draining, "RUNNING"), (task.ContainerInstanceArn, task.LastStatus)));
    }

    [Fact]
    public void PENDING_service_tasks_are_stopped_immediately()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2").Clean();
        prompt.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(["PENDING", "PENDING"], prompt.Tasks().Select(task => task.LastStatus));
        Drain(prompt, 0);
        prompt.Pass(TimeSpan.Zero);
        Assert.Empty(prompt.Tasks());
    }

    [Fact]
    public void A_minimum_of_50_lets_two_of_four_stop_before_two_are_started()
    {
        using var prompt = Four("-AvailabilityZoneRebalancing DISABLED -DeploymentConfiguration @{ minimumHealthyPercent = 50; maximumPercent = 100 }");
        Assert.Equal([(4, 0), (2, 0), (2, 2), (0, 2), (0, 4)], Replacement(prompt));
    }

    [Fact]
    public void A_minimum_of_100_keeps_the_tasks_until_their_replacements_are_RUNNING()
    {
        using var prompt = Four("");
        Assert.Equal([(4, 0), (4, 4), (0, 4)], Replacement(prompt));
    }

    [Fact]
    public void A_maximum_of_200_starts_four_new_tasks_before_the_four_are_stopped()
    {
        using var prompt = Four("-DeploymentConfiguration @{ maximumPercent = 200 }");
        Assert.Equal([(4, 0), (4, 4), (0, 4)], Replacement(prompt));
    }

    [Fact]
    public void A_maximum_of_100_starts_no_replacement_until_the_draining_tasks_have_stopped()
    {
        using var prompt = Four("-AvailabilityZoneRebalancing DISABLED -DeploymentConfiguration @{ minimumHealthyPercent = 0; maximumPercent = 100 }");
        Assert.Equal([(4, 0), (0, 0), (0, 4)], Replacement(prompt));
    }

    [Fact]
    public void A_minimum_and_a_maximum_of_100_leave_the_tasks_where_they_are()
    {
        using var prompt = Four("-AvailabilityZoneRebalancing DISABLED -DeploymentConfiguration @{ minimumHealthyPercent = 100; maximumPercent = 100 }");
        Assert.Equal([(4, 0)], Replacement(prompt));
    }

    [Fact]
    public void Updating_the_deployment_configuration_lets_a_blocked_instance_drain()
    {
        using var prompt = Four("-AvailabilityZoneRebalancing DISABLED -DeploymentConfiguration @{ minimumHealthyPercent = 100; maximumPercent = 100 }");
        var draining = Drain(prompt, 0);
        prompt.Settle();
        prompt.Run("Update-EcsService web -DeploymentConfiguration @{ minimumHealthyPercent = 50 }").Clean();
        prompt.Settle();
        Assert.Empty(prompt.Tasks($"-ContainerInstance {draining}"));
    }

    [Fact]
    public void Tasks_of_no_service_are_not_affected_RUNNING_or_PENDING()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("Start-EcsTask web").Clean();
        prompt.Settle();
        prompt.Run("Start-EcsTask web").Clean();
        Drain(prompt, 0);
        prompt.Settle();
        Assert.Equal(["RUNNING", "RUNNING"], prompt.Tasks().Select(task => task.LastStatus));
    }

    [Fact]
    public void An_instance_has_drained_when_listing_shows_no_more_RUNNING_tasks_on_it()
    {
        using var prompt = Four("");
        var draining = Drain(prompt, 0);
        Assert.Equal(4, prompt.Tasks($"-ContainerInstance {draining}").Count);
        prompt.Settle();
        Assert.Empty(prompt.Tasks($"-ContainerInstance {draining}"));
        Assert.Equal("DRAINING", prompt.Run($"Get-EcsContainerInstance {draining}").One<ContainerInstance>().Status);
    }

    [Fact]
    public void Set_to_ACTIVE_again_it_takes_tasks_again()
    {
        using var prompt = Shop.Open(instances: 1);
        var instance = Drain(prompt, 0);
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        prompt.Settle();
        Assert.Empty(prompt.Tasks());
        prompt.Run($"Update-EcsContainerInstanceState {instance} -Status ACTIVE").Clean();
        prompt.Settle();
        Assert.Equal(instance, Assert.Single(prompt.Tasks()).ContainerInstanceArn);
    }

    [Fact]
    public void Draining_holds_for_tasks_behind_a_load_balancer_until_their_replacements_are_found_healthy()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("""
            $null = Register-EcsTaskDefinition front -ContainerDefinition @{ name = 'web'; image = 'x'; memory = 8; portMappings = @{ containerPort = 80 } }
            $null = New-EcsService web -TaskDefinition front -DesiredCount 1 -LoadBalancer @{ loadBalancerName = 'classic'; containerName = 'web'; containerPort = 80 } -Wait
            $null = Add-Instance 2
            """).Clean();
        var draining = Drain(prompt, 0);
        var both = 0;
        prompt.Watch(() => both += prompt.Tasks().Count(task => task.LastStatus == "RUNNING") == 2 ? 1 : 0);
        Assert.InRange(both, 5, 20);
        Assert.NotEqual(draining, Assert.Single(prompt.Tasks()).ContainerInstanceArn);
        Assert.Contains("(service web) registered 1 instances in (elb classic)", prompt.Events());
    }

    /// <summary>Four tasks of a service on the first instance, and an empty second one.</summary>
    private static EcsPrompt Four(string parameters)
    {
        var prompt = Shop.Open(instances: 1);
        prompt.Run($"New-EcsService web -TaskDefinition web -DesiredCount 4 {parameters} -Wait; $null = Add-Instance 2").Clean();
        return prompt;
    }

    private static string Drain(EcsPrompt prompt, int index)
    {
        var arn = prompt.Instances()[index].ContainerInstanceArn!;
        prompt.Run($"Update-EcsContainerInstanceState {arn} -Status DRAINING").Clean();
        return arn;
    }

    /// <summary>Drains the first instance: how many tasks were on it and elsewhere, each time that was another count.</summary>
    private static IEnumerable<(int Here, int Elsewhere)> Replacement(EcsPrompt prompt)
    {
        var draining = Drain(prompt, 0);
        var seen = new List<(int, int)> { (4, 0) };
        prompt.Watch(() => seen.Add((prompt.Tasks().Count(t => t.ContainerInstanceArn == draining), prompt.Tasks().Count(t => t.ContainerInstanceArn != draining))));
        return seen.Distinct();
    }
}
