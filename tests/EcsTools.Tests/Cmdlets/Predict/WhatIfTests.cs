using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Predict;

/// <summary>The predictions of -WhatIf and Test-EcsDeployment for updates and drains, which change nothing.</summary>
public class WhatIfTests
{
    [Fact]
    public void An_update_is_told_in_steps_and_goes_that_way()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait").Clean();

        Assert.Equal(
            [
                "  1. service web: start 3 tasks (1 in us-east-1a, 1 in us-east-1b, 1 in us-east-1c)",
                "  2. service web: stop 3 tasks (1 in us-east-1a, 1 in us-east-1b, 1 in us-east-1c)",
                "  service web completes after 2 steps with 3 tasks (1 in us-east-1a, 1 in us-east-1b, 1 in us-east-1c)",
            ],
            Told(prompt, "Update-EcsService web -ForceNewDeployment -WhatIf"));
        Assert.Single(prompt.Run("Get-EcsService web").One<Service>().Deployments!);

        var foreseen = prompt.Run("(Test-EcsDeployment web -ForceNewDeployment).Steps.Count").Clean().Output.Single().BaseObject;
        prompt.Run("$null = Update-EcsService web -ForceNewDeployment -Wait").Clean();
        Assert.Equal(2, foreseen);
        Assert.Equal(3, prompt.Run("Get-EcsService web").One<Service>().Events!.Count(e => e.Message!.Contains("has started", StringComparison.Ordinal) || e.Message!.Contains("has stopped", StringComparison.Ordinal)));
    }

    [Fact]
    public void However_many_services_are_piped_the_cluster_is_read_once()
    {
        using var prompt = Shop.Open();
        prompt.Run("foreach ($name in 'a', 'b', 'c') { $null = New-EcsService $name -TaskDefinition web -DesiredCount 1 -Wait }").Clean();
        var said = prompt.Run("Get-EcsService | Update-EcsService -DesiredCount 2 -WhatIf -Verbose 4>&1 6>&1 | ForEach-Object { \"$_\" }").Clean().Output.Select(line => line.ToString()).ToList();
        Assert.Equal(3, said.Count(line => line.Contains("completes after 1 step with 2 tasks", StringComparison.Ordinal)));
        Assert.Single(said, line => line.StartsWith("DescribeClusters:", StringComparison.Ordinal));
    }

    [Fact]
    public void An_update_that_cannot_complete_says_why()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -AvailabilityZoneRebalancing DISABLED -Wait").Clean();

        Assert.Contains("service web does not complete: it was unable to stop or start tasks", Told(prompt, "Update-EcsService web -ForceNewDeployment -DeploymentConfiguration @{ minimumHealthyPercent = 100; maximumPercent = 100 } -WhatIf")[^1], StringComparison.Ordinal);
        Assert.Contains("no container instance met all of its requirements", Told(prompt, "Update-EcsService web -DesiredCount 500 -WhatIf")[^1], StringComparison.Ordinal);
        prompt.Run("$null = Get-EcsTask | Update-EcsTaskProtection -ProtectionEnabled").Clean();
        Assert.Equal("  service web does not complete: tasks that must stop are protected from scale-in.", Told(prompt, "Update-EcsService web -ForceNewDeployment -WhatIf")[^1]);
        Assert.Equal("TasksProtected", prompt.Run("(Test-EcsDeployment web -ForceNewDeployment).Result").Clean().Output.Single().ToString());
    }

    [Fact]
    public void What_a_new_image_would_lead_to_is_told_and_nothing_registered()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 3; $null = Step-EcsLocal").Clean();
        var told = Told(prompt, "Update-EcsService web -Image web=nginx:2 -WhatIf");
        Assert.StartsWith("  1. service web: start 3 tasks", told[^3], StringComparison.Ordinal);
        Assert.StartsWith("  2. service web: stop 3 tasks", told[^2], StringComparison.Ordinal);
        Assert.StartsWith("  service web completes after 2 steps with 3 tasks", told[^1], StringComparison.Ordinal);
        Assert.Equal("web", Assert.Single(prompt.Run("Get-EcsTaskDefinition web").All<TaskDefinition>()).Family);
    }

    [Fact]
    public void A_new_image_that_asks_for_too_much_memory_would_find_no_room()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 3; $null = Step-EcsLocal").Clean();
        Assert.Contains("no container instance met all of its requirements", Told(prompt, "Update-EcsService web -Image web=nginx:2 -Memory @{ web = 9000 } -WhatIf")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_ecs_would_refuse_is_a_warning_under_WhatIf_and_an_error_of_the_test()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait").Clean();

        var said = prompt.Run("Update-EcsService web -TaskDefinition nothing -WhatIf").Clean();
        Assert.Contains("can't be predicted", Assert.Single(said.Warnings).Message, StringComparison.Ordinal);
        Assert.NotNull(prompt.Run("Test-EcsDeployment web -TaskDefinition nothing").Error());
        Assert.NotNull(prompt.Run("Test-EcsDeployment gone -DesiredCount 1").Error());
    }

    [Fact]
    public void A_drain_tells_what_services_move_and_what_stays()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait
            $instance = (Get-EcsContainerInstance)[0]
            $alone = Start-EcsTask web -ContainerInstance $instance.ContainerInstanceArn
            Step-EcsLocal | Out-Null
            """).Clean();

        var told = Told(prompt, "$instance | Update-EcsContainerInstanceState -Status DRAINING -WhatIf");

        var zone = prompt.Run("$instance.Attributes | Where-Object Name -eq ecs.availability-zone").One<EcsTools.Model.Attribute>().Value;
        Assert.Contains(told, line => line.StartsWith("  1. service web: start 1 task (1 in us-east-1", StringComparison.Ordinal));
        Assert.Contains(told, line => line == $"  2. service web: stop 1 task (1 in {zone})");
        Assert.EndsWith($"is not drained: it keeps the task {prompt.Run("$alone.Id").Clean().Output.Single()}", told[^1], StringComparison.Ordinal);
        Assert.Equal("ACTIVE", prompt.Run("$instance | Get-EcsContainerInstance").One<ContainerInstance>().Status);
    }

    [Fact]
    public void Only_reading_calls_are_made()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait").Clean();
        var verbose = prompt.Run("Update-EcsService web -DesiredCount 5 -WhatIf -Verbose; Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status DRAINING -WhatIf -Verbose").Clean().Verbose;
        Assert.NotEmpty(verbose);
        Assert.All(verbose.Select(line => line.Message.Split(':')[0]), operation => Assert.Matches("^(List|Describe|Get)", operation));
    }

    /// <summary>The lines at the prompt.</summary>
    private static List<string> Told(EcsPrompt prompt, string script) =>
        [.. prompt.Run($"{script} 6>&1").Clean().Output.Select(line => line.ToString())];
}
