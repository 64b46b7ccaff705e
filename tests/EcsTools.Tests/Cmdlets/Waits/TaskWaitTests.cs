using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Tasks that are waited for: to run, to end, and to end well.</summary>
public sealed class TaskWaitTests
{
    [Fact]
    public void A_task_is_run_to_its_end_and_emitted_with_its_exit_code()
    {
        using var prompt = Shop.Open();
        using var other = new Bystander(prompt).In(30, Exit(0));
        var task = prompt.Run("Start-EcsTask web -Wait").One<EcsTask>();
        Assert.Equal(("STOPPED", 0), (task.LastStatus, Assert.Single(task.Containers!).ExitCode));
    }

    [Fact]
    public void A_container_that_fails_is_an_error_beside_the_task()
    {
        using var prompt = Shop.Open();
        using var other = new Bystander(prompt).In(30, Exit(137, "OutOfMemoryError: Container killed due to memory usage"));
        var said = prompt.Run("Start-EcsTask web -Wait");
        var task = Assert.IsType<EcsTask>(Assert.Single(said.Output).BaseObject);
        Assert.Equal("ContainerFailed,EcsTools.Commands.StartEcsTaskCommand", said.Error().FullyQualifiedErrorId);
        Assert.Equal($"Task {task.Id[..8]} of web:1: web exited with 137 (OutOfMemoryError: Container killed due to memory usage).", said.Error().ToString());
        Assert.Contains("Increase the memory", said.Error().ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Same(task, said.Error().TargetObject);
    }

    [Fact]
    public void A_task_that_never_starts_is_an_error_that_says_why()
    {
        using var prompt = Shop.Open();
        using var other = new Bystander(prompt).In(2, "Get-EcsTask | Submit-EcsTaskStateChange -Status STOPPED -Reason 'CannotPullContainerError: no such image'");
        var error = prompt.Run("Start-EcsTask web -Wait").Errors.Single();
        Assert.StartsWith("TaskFailedToStart,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("CannotPullContainerError: no such image", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("tag of the image", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_that_is_not_essential_may_fail()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = Register-EcsTaskDefinition job -ContainerDefinition @{ name = 'web'; image = 'i'; memory = 64 }, @{ name = 'log'; image = 'l'; memory = 64; essential = $false }").Clean();
        using var other = new Bystander(prompt).In(10, "Get-EcsTask | Submit-EcsContainerStateChange -ContainerName log -Status STOPPED -ExitCode 1").In(20, Exit(0));
        Assert.Equal([0, 1], prompt.Run("Start-EcsTask job -Wait").One<EcsTask>().Containers!.Select(c => c.ExitCode!.Value).Order());
    }

    [Fact]
    public void Tasks_started_together_are_watched_together_with_a_bar_each_and_fail_one_by_one()
    {
        using var prompt = Shop.Open();
        using var other = new Bystander(prompt).In(10, "Get-EcsTask -First 3 | Submit-EcsContainerStateChange -ContainerName web -Status STOPPED -ExitCode 3").In(60, Exit(0));
        var said = prompt.Run("Start-EcsTask web -Count 10 -Wait -Verbose");
        Assert.Equal(10, said.Output.Count);
        Assert.Equal(3, said.Errors.Count);
        Assert.Equal(10, said.Progress.Select(p => p.ActivityId).Distinct().Count());
        Assert.InRange(said.Calls("DescribeTasks"), 2, 15);
        Assert.Equal(1, said.Calls("DescribeTaskDefinition"));
    }

    [Fact]
    public void A_task_that_does_not_end_is_a_timeout_and_runs_on()
    {
        using var prompt = Shop.Open();
        var said = prompt.Run("Start-EcsTask web -Wait -Timeout 00:05:00 -Verbose");
        Assert.Contains("timed out after 00:05:00 (RUNNING)", said.Error().ToString(), StringComparison.Ordinal);
        Assert.InRange(said.Calls("DescribeTasks"), 300 / 15, (300 / 12) + 10);
        Assert.Empty(said.Output);
        Assert.Equal("RUNNING", prompt.Run("Get-EcsTask").One<EcsTask>().LastStatus);
    }

    [Fact]
    public void Stopping_is_waited_for_until_the_containers_have_ended()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = Start-EcsTask web -Count 2; $null = Step-EcsLocal").Clean();
        Assert.All(prompt.Run("Get-EcsTask | Stop-EcsTask -Wait -PassThru").All<EcsTask>(), t => Assert.Equal("STOPPED", t.LastStatus));
    }

    [Fact]
    public void Tasks_are_waited_for_until_they_run_or_have_stopped()
    {
        using var prompt = Shop.Open();
        Assert.All(prompt.Run("Start-EcsTask web -Count 3 | Wait-EcsTask -Status running").All<EcsTask>(), t => Assert.Equal("RUNNING", t.LastStatus));
        using var other = new Bystander(prompt).In(10, Exit(7));
        Assert.Equal([7, 7, 7], prompt.Run("Get-EcsTask | Wait-EcsTask").All<EcsTask>().Select(t => t.Containers![0].ExitCode!.Value));
    }

    [Fact]
    public void A_task_that_stops_instead_of_running_is_an_error()
    {
        using var prompt = Shop.Open();
        prompt.Run("$task = Start-EcsTask web; $null = Step-EcsLocal").Clean();
        using var other = new Bystander(prompt).In(0, Exit(127));
        var error = prompt.Run("$null = Step-EcsLocal 00:01:00; $task | Wait-EcsTask -Status RUNNING").Error();
        Assert.Equal("TaskStopped,EcsTools.Commands.WaitEcsTaskCommand", error.FullyQualifiedErrorId);
        Assert.Contains("web exited with 127", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("command", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_task_is_an_error_and_the_others_are_waited_for()
    {
        using var prompt = Shop.Open();
        using var other = new Bystander(prompt).In(60, Exit(0));
        var said = prompt.Run("(Start-EcsTask web).TaskArn, '0123456789abcdef0123456789abcdef' | Wait-EcsTask");
        Assert.Single(said.Output);
        Assert.Equal("MISSING,EcsTools.Commands.WaitEcsTaskCommand", said.Error().FullyQualifiedErrorId);
    }

    [Fact]
    public void A_deleted_revision_is_waited_for_until_ECS_has_forgotten_it()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("Unregister-EcsTaskDefinition web:1 -Confirm:$false").Clean();
        Assert.Equal("DELETE_IN_PROGRESS", prompt.Run("Remove-EcsTaskDefinition web:1 -Wait -Timeout 00:20:00 -PassThru -Confirm:$false").One<TaskDefinition>().Status);
        Assert.NotEmpty(prompt.Run("Get-EcsTaskDefinition web:1").Errors);
    }

    private static string Exit(int code, string reason = "") =>
        $"Get-EcsTask | Submit-EcsContainerStateChange -ContainerName web -Status STOPPED -ExitCode {code}{(reason.Length > 0 ? $" -Reason '{reason}'" : "")}";
}
