using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class StopTaskTests
{
    [Fact]
    public void A_running_task_is_stopped()
    {
        using var prompt = Running();
        var told = prompt.Run("$task | Stop-EcsTask -PassThru").One<EcsTask>();
        Assert.Equal(("RUNNING", "STOPPED"), (told.LastStatus, told.DesiredStatus));
        prompt.Settle();
        Assert.Equal("STOPPED", Task(prompt).LastStatus);
    }

    [Fact]
    public void Any_tags_of_the_task_can_be_read_no_more()
    {
        using var prompt = Running("-Tag @{ team = 'web' }");
        Assert.Equal("team", Assert.Single(Task(prompt).Tags!).Key);
        prompt.Run("$task | Stop-EcsTask").Clean();
        prompt.Settle();
        Assert.StartsWith("InvalidParameterException", prompt.Run("$task | Get-EcsTag").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_that_heeds_SIGTERM_in_time_is_not_killed()
    {
        using var prompt = Running();
        prompt.Run("$task | Stop-EcsTask").Clean();
        prompt.Settle();
        var task = Task(prompt);
        Assert.Equal(0, task.Containers![0].ExitCode);
        Assert.True(task.ExecutionStoppedAt - task.StoppingAt < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_container_that_takes_longer_than_its_timeout_gets_SIGKILL()
    {
        using var prompt = Running(container: "; stopTimeout = 2");
        prompt.Run("$null = Set-EcsLocalBehavior -Family one -IgnoreSigterm; $task = Start-EcsTask one").Clean();
        prompt.Settle();
        prompt.Run("$task | Stop-EcsTask").Clean();
        prompt.Settle();
        Assert.Equal(137, Task(prompt).Containers![0].ExitCode);
    }

    private static EcsTask Task(EcsPrompt prompt) => Assert.Single(prompt.Tasks("$task.TaskArn -Include TAGS"));

    private static EcsPrompt Running(string parameters = "", string container = "")
    {
        var prompt = Shop.Open();
        prompt.Run($"$null = Register-EcsTaskDefinition one -ContainerDefinition @{{ name = 'x'; image = 'x'; memory = 8 {container} }}; $task = Start-EcsTask one {parameters}").Clean();
        prompt.Settle();
        return prompt;
    }
}
