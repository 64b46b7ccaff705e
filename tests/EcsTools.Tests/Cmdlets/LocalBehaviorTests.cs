using EcsTools.Local.Behaviors;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Telling the local ECS to do otherwise than usual, at the prompt.</summary>
public sealed class LocalBehaviorTests
{
    [Fact]
    public void A_service_whose_tasks_crash_is_rehearsed()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = Set-EcsLocalBehavior -Service api -ExitCode 3 -ExitAfter 30 -Count 1; $null = New-EcsService api -TaskDefinition web -DesiredCount 1 -Wait").Clean();
        prompt.Run("$null = Step-EcsLocal").Clean();
        var crashed = prompt.Run("Get-EcsTask -DesiredStatus STOPPED").One<EcsTask>();
        Assert.Equal(("EssentialContainerExited", 3), (crashed.StopCode, crashed.Containers![0].ExitCode));
        Assert.Equal(TimeSpan.FromSeconds(30), crashed.ExecutionStoppedAt - crashed.StartedAt);
        Assert.Equal("RUNNING", prompt.Run("Get-EcsTask -Service api").One<EcsTask>().LastStatus);
    }

    [Fact]
    public void What_is_set_is_shown_and_can_be_taken_back()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = Set-EcsLocalBehavior -Family web -Health unhealthy -HealthAfter 00:01:00
            $null = Set-EcsLocalBehavior -Operation RunTask, Describe* -Throttle -Count 2
            $null = Get-EcsContainerInstance -First 1 | Set-EcsLocalBehavior -Event agentdisconnected -After 5
            """).Clean();
        var all = prompt.Run("Get-EcsLocalBehavior").Clean().Output.Select(o => o.BaseObject).ToList();
        Assert.Equal(new TaskBehavior { Family = "web", Health = "UNHEALTHY", HealthAfter = TimeSpan.FromMinutes(1) }, all[0]);
        Assert.Equal((TimeSpan.FromSeconds(5), "AgentDisconnected"), (((InstanceBehavior)all[1]).After, ((InstanceBehavior)all[1]).Event));
        Assert.Equal(["RunTask", "Describe*"], all.Skip(2).Select(api => ((ApiBehavior)api).Operation));

        prompt.Run("Get-EcsLocalBehavior | Where-Object Operation -eq RunTask | Remove-EcsLocalBehavior").Clean();
        Assert.Equal(3, prompt.Run("Get-EcsLocalBehavior").Clean().Output.Count);
        prompt.Run("Remove-EcsLocalBehavior -WhatIf").Clean();
        Assert.Equal(3, prompt.Run("Get-EcsLocalBehavior").Clean().Output.Count);
        prompt.Run("Remove-EcsLocalBehavior").Clean();
        Assert.Empty(prompt.Run("Get-EcsLocalBehavior").Clean().Output);
    }

    [Fact]
    public void What_is_set_for_the_same_thing_takes_the_place_of_what_was()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = Set-EcsLocalBehavior -Family web -ExitCode 1; $null = Set-EcsLocalBehavior -Family web -PullError gone; Set-EcsLocalBehavior -Family web -ExitCode 2 -WhatIf").Clean();
        Assert.Equal(new TaskBehavior { Family = "web", PullError = "gone" }, prompt.Run("Get-EcsLocalBehavior").One<TaskBehavior>());
    }

    [Theory]
    [InlineData("-Family web", 5)]
    [InlineData("-Family WEB -Container app", 6)]
    [InlineData("-Family *", 4)]
    [InlineData("-Image nginx:*", 6)]
    [InlineData("-Service api", 6)]
    [InlineData("-ContainerInstance i-1", 6)]
    [InlineData("-Event Terminated", 6)]
    [InlineData("-Operation Describe*, RunTask", 5)]
    [InlineData("-Operation Describe* -WhatIf", 7)]
    public void A_behavior_is_removed_by_what_it_was_set_for(string selectors, int left)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"""
            $null = Set-EcsLocalBehavior -Family web -ExitCode 1
            $null = Set-EcsLocalBehavior -Family web -Container app -ExitCode 1
            $null = Set-EcsLocalBehavior -Family api -Image nginx:1 -ExitCode 1
            $null = Set-EcsLocalBehavior -Service api -ExitCode 1
            $null = Set-EcsLocalBehavior -ContainerInstance i-1 -Event Terminated -After 60
            $null = Set-EcsLocalBehavior -Operation Describe*, RunTask -Throttle
            Remove-EcsLocalBehavior {selectors}
            """).Clean();
        Assert.Equal(left, prompt.Run("Get-EcsLocalBehavior").Clean().Output.Count);
    }

    [Theory]
    [InlineData("Set-EcsLocalBehavior -Operation RunTask -Throttle -ErrorCode AccessDeniedException", "-Throttle and -ErrorCode can't be used together")]
    [InlineData("Set-EcsLocalBehavior -Operation RunTsk -Throttle", "ECS has no operation RunTsk; did you mean 'RunTask'?")]
    [InlineData("Set-EcsLocalBehavior -Operation RunTask -ErrorCode BlokedException", "BlokedException isn't an error of ECS; did you mean 'BlockedException'?")]
    [InlineData("Set-EcsLocalBehavior -Operation RunTask", "Specify at least one effect: errorCode, latency, callsPerSecond, or dropsConnection.")]
    [InlineData("Set-EcsLocalBehavior -Family web -Health HEALTY", "HEALTY isn't a valid health; did you mean 'HEALTHY'?")]
    [InlineData("Set-EcsLocalBehavior -ContainerInstance i-1 -Event Terminate", "Terminate isn't a valid event; did you mean 'Terminated'?")]
    [InlineData("Set-EcsLocalBehavior -ExitCode 1", "A task behavior requires a family, an image, or a service.")]
    [InlineData("'x' | Remove-EcsLocalBehavior", "x isn't a behavior.")]
    public void What_makes_no_sense_is_an_error_that_says_what_would(string script, string text)
    {
        using var prompt = Shop.Open(instances: 0);
        var error = prompt.Run(script).Error();
        Assert.StartsWith("InvalidBehavior,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(text, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_local_ecs_there_is_nothing_to_set()
    {
        using var prompt = new EcsPrompt();
        Assert.Equal("NoLocal", prompt.Run("try { Get-EcsLocalBehavior } catch { $_.FullyQualifiedErrorId.Split(',')[0] }").One<string>());
    }

    [Theory]
    [InlineData("Set-EcsLocalBehavior -Operation UpdateServiceP", "UpdateServicePrimaryTaskSet")]
    [InlineData("Set-EcsLocalBehavior -Operation RunTask -ErrorCode Thr", "ThrottlingException")]
    [InlineData("Set-EcsLocalBehavior -Family x -Health U", "UNHEALTHY")]
    [InlineData("Set-EcsLocalBehavior -ContainerInstance x -Event T", "Terminated")]
    public void Names_complete(string line, string expected)
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal([expected], prompt.Tab(line));
    }

    [Fact]
    public void Clients_try_again_when_they_are_throttled()
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run("$null = Set-EcsLocalBehavior -Operation DescribeClusters -Throttle -Count 2; Get-EcsCluster shop -Verbose");
        Assert.Equal("shop", said.One<Cluster>().ClusterName);
        Assert.Contains(said.Verbose, line => line.Message.StartsWith("DescribeClusters: ", StringComparison.Ordinal) && line.Message.Contains("3 attempts", StringComparison.Ordinal));
    }

    [Fact]
    public void Clients_that_are_throttled_for_good_say_so()
    {
        using var prompt = Shop.Open(instances: 0);
        var error = prompt.Run("$null = Set-EcsLocalBehavior -Operation DescribeClusters -Throttle; Get-EcsCluster shop").Error();
        Assert.Equal("ThrottlingException,EcsTools.Commands.GetEcsClusterCommand", error.FullyQualifiedErrorId);
        Assert.Equal(System.Management.Automation.ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
    }

    [Fact]
    public void A_dropped_connection_is_tried_again_and_a_task_is_run_once()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = Set-EcsLocalBehavior -Operation RunTask -DropConnection -Count 1; $null = Start-EcsTask web").Clean();
        Assert.Single(prompt.Run("Get-EcsTask").All<EcsTask>());
    }

    [Fact]
    public void Connections_that_are_always_dropped_are_an_error()
    {
        using var prompt = Shop.Open();
        var error = prompt.Run("$null = Set-EcsLocalBehavior -Operation RunTask -DropConnection; $null = Start-EcsTask web").Error();
        Assert.Equal("NoAnswer,EcsTools.Commands.StartEcsTaskCommand", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void A_latency_passes_on_the_manual_clock()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal(
            TimeSpan.FromMinutes(1),
            prompt.Run("$null = Set-EcsLocalBehavior -Operation DescribeClusters -Latency 60; $before = (Get-EcsLocal).Time; $null = Get-EcsCluster shop; (Get-EcsLocal).Time - $before").One<TimeSpan>());
    }
}
