using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A wait for a service ends well only when what it waited for came true.</summary>
public sealed class ServiceWaitTests
{
    [Fact]
    public void A_new_service_is_waited_for_until_its_tasks_run()
    {
        using var prompt = Shop.Open();
        var service = prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 4 -Wait").One<Service>();
        Assert.Equal((4, 0, "COMPLETED"), (service.RunningCount, service.PendingCount, Assert.Single(service.Deployments!).RolloutState));
    }

    [Fact]
    public void A_wait_shows_progress_with_counts_state_and_the_newest_event()
    {
        using var prompt = Shop.Open();
        var progress = prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 4 -Wait").Progress;
        Assert.Contains(progress, p => p.StatusDescription.StartsWith("IN_PROGRESS: ", StringComparison.Ordinal) && p.StatusDescription.EndsWith("4 desired", StringComparison.Ordinal));
        Assert.Contains(progress, p => p.CurrentOperation?.Contains("has started 4 tasks", StringComparison.Ordinal) == true);
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
    }

    [Fact]
    public void An_update_is_waited_for_until_only_the_new_revision_runs()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 4 -Wait; Get-EcsTaskDefinition web | Register-EcsTaskDefinition").Clean();
        var service = prompt.Run("Update-EcsService web -TaskDefinition web:2 -Wait").One<Service>();
        Assert.EndsWith("web:2", Assert.Single(service.Deployments!).TaskDefinition, StringComparison.Ordinal);
        Assert.All(prompt.Run("Get-EcsTask -Service web").All<EcsTask>(), t => Assert.EndsWith("web:2", t.TaskDefinitionArn, StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_that_never_settles_ends_in_a_timeout_that_tells_the_events()
    {
        using var prompt = Shop.Open(instances: 0);
        var error = prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait -Timeout 00:01:00").Error();
        Assert.Equal("WaitTimeout,EcsTools.Commands.NewEcsServiceCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("was unable to place a task", error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_missing_service_is_looked_for_a_while_and_then_an_error()
    {
        using var prompt = Shop.Open(instances: 0);
        var error = prompt.Run("Wait-EcsService nosuch").Error();
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("nosuch", error.TargetObject);
    }

    [Fact]
    public void A_cluster_that_is_not_there_is_an_error_at_once()
    {
        using var prompt = Shop.Open(instances: 0);
        var before = prompt.Local().Options.TimeProvider.GetUtcNow();
        Assert.StartsWith("ClusterNotFoundException,", prompt.Run("Wait-EcsService web -Cluster nosuch").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(before, prompt.Local().Options.TimeProvider.GetUtcNow());
    }

    [Theory]
    [InlineData("Wait-EcsTask (Start-EcsTask web).TaskArn -Timeout 30")]
    [InlineData("Start-EcsTask web -Wait -Timeout 30")]
    public void A_number_is_a_timeout_in_seconds(string script)
    {
        using var prompt = Shop.Open();
        Assert.Contains("after 00:00:30", prompt.Run(script).Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_deleted_while_it_is_waited_for_is_an_error()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait; Remove-EcsService web -Force -Confirm:$false").Clean();
        Assert.Equal("ServiceDeleted,EcsTools.Commands.WaitEcsServiceCommand", prompt.Run("Wait-EcsService web").Error().FullyQualifiedErrorId);
    }

    [Fact]
    public void Removing_is_waited_for_until_the_service_is_inactive()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait").Clean();
        var service = prompt.Run("Remove-EcsService web -Force -Wait -PassThru -Confirm:$false").One<Service>();
        Assert.Equal(("INACTIVE", 0), (service.Status, service.RunningCount));
    }

    [Fact]
    public void Many_services_are_waited_for_together_with_a_bar_each()
    {
        using var prompt = Shop.Open();
        prompt.Run("1..10 | ForEach-Object { New-EcsService \"web-$_\" -TaskDefinition web -DesiredCount 2 }").Clean();
        var said = prompt.Run("Get-EcsService | Wait-EcsService");
        Assert.Equal(10, said.All<Service>().Count);
        Assert.All(said.All<Service>(), s => Assert.Equal(2, s.RunningCount));
        Assert.Equal(10, said.Progress.Select(p => p.ActivityId).Distinct().Count());
    }

    [Fact]
    public void A_wait_looks_no_oftener_than_its_back_off_allows()
    {
        using var prompt = Shop.Open(instances: 0);
        var calls = prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait -Timeout 00:10:00 -Verbose").Calls("DescribeServices");
        Assert.InRange(calls, 600 / 15, 600 / 12 + 10); // from 1 s to 15 s in steps of one half, each a fifth shorter at most
    }

    [Fact]
    public void Services_waited_for_together_are_looked_at_in_one_call()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("1..10 | ForEach-Object { New-EcsService \"web-$_\" -TaskDefinition web -DesiredCount 2 }").Clean();
        var said = prompt.Run("1..10 | ForEach-Object { \"web-$_\" } | Wait-EcsService -Timeout 00:10:00 -Verbose");
        Assert.Equal(10, said.Errors.Count);
        Assert.All(said.Errors, e => Assert.StartsWith("WaitTimeout,", e.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.InRange(said.Calls("DescribeServices"), 600 / 15, (600 / 12) + 10);
    }

    [Fact]
    public void A_deployment_that_another_update_overtakes_is_superseded()
    {
        using var prompt = Running();
        using var other = new Bystander(prompt).In(3, "$null = Update-EcsService web -ForceNewDeployment");
        var error = prompt.Run("Update-EcsService web -TaskDefinition web:2 -Wait").Error();
        Assert.Equal("DeploymentSuperseded,EcsTools.Commands.UpdateEcsServiceCommand", error.FullyQualifiedErrorId);
        Assert.Contains("updated again", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("web", Assert.IsType<Service>(error.TargetObject).ServiceName);
    }

    [Fact]
    public void A_deployment_that_somebody_stops_is_told_from_one_that_failed()
    {
        using var prompt = Running();
        using var other = new Bystander(prompt).In(3, "Get-EcsService web | Stop-EcsServiceDeployment");
        var error = prompt.Run("Update-EcsService web -TaskDefinition web:2 -Wait").Error();
        Assert.Equal("DeploymentStopped,EcsTools.Commands.UpdateEcsServiceCommand", error.FullyQualifiedErrorId);
        Assert.Contains("and rolled back to web:1", error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void An_error_tells_how_the_tasks_of_the_deployment_ended()
    {
        using var prompt = Running();
        using var other = new Bystander(prompt)
            .In(5, "Get-EcsTask -StartedBy (Get-EcsService web).Deployments[0].Id | Submit-EcsContainerStateChange -ContainerName web -Status STOPPED -ExitCode 3 -Reason 'no database'")
            .In(7, "$null = Update-EcsService web -ForceNewDeployment");
        var error = Assert.IsType<EcsWaitException>(prompt.Run("Update-EcsService web -TaskDefinition web:2 -Wait").Error().Exception);
        Assert.Contains(error.StoppedTasks, task => task.Containers![0] is { ExitCode: 3, Reason: "no database" });
        Assert.Contains(error.Events, one => one.Message!.Contains("has started", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_deleted_by_somebody_else_while_it_is_waited_for_is_an_error()
    {
        using var prompt = Running();
        using var other = new Bystander(prompt).In(3, "Remove-EcsService web -Force -Confirm:$false");
        Assert.StartsWith("ServiceDeleted,", prompt.Run("Update-EcsService web -TaskDefinition web:2 -Wait").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_the_desired_count_is_waited_for_though_no_deployment_follows()
    {
        using var prompt = Running();
        Assert.Equal(5, prompt.Run("Update-EcsService web -DesiredCount 5 -Wait").One<Service>().RunningCount);
    }

    [Fact]
    public void A_service_that_nobody_deletes_does_not_become_inactive()
    {
        using var prompt = Running();
        Assert.StartsWith("ServiceNotDeleted,", prompt.Run("Wait-EcsService web -Inactive").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        using var other = new Bystander(prompt).In(10, "Remove-EcsService web -Force -Confirm:$false");
        Assert.Equal("INACTIVE", prompt.Run("Wait-EcsService web -Inactive").One<Service>().Status);
    }

    [Fact]
    public void WhatIf_waits_for_nothing()
    {
        using var prompt = Running();
        var said = prompt.Run("Update-EcsService web -TaskDefinition web:2 -Wait -WhatIf -Verbose").Clean();
        Assert.Equal(1, said.Calls("DescribeServices")); // for the prediction
        Assert.Empty(said.Progress);
    }

    /// <summary>Four tasks of the first revision run; there is a second one.</summary>
    private static EcsPrompt Running()
    {
        var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 4 -Wait; $null = Get-EcsTaskDefinition web | Register-EcsTaskDefinition").Clean();
        return prompt;
    }
}
