using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Task sets that are waited for.</summary>
public sealed class TaskSetWaitTests
{
    [Fact]
    public void A_task_set_is_made_scaled_and_removed_and_each_waited_for()
    {
        using var prompt = Open();
        var made = prompt.Run("New-EcsTaskSet ext -TaskDefinition web -Scale 50 -Wait").One<TaskSet>();
        Assert.Equal(("STEADY_STATE", 2), (made.StabilityStatus, made.RunningCount));
        Assert.Equal(4, prompt.Run("Get-EcsTaskSet ext | Update-EcsTaskSet -Scale 100 -Wait").One<TaskSet>().RunningCount);
        Assert.Equal("DRAINING", prompt.Run("Get-EcsTaskSet ext | Remove-EcsTaskSet -Force -Wait -PassThru -Confirm:$false").One<TaskSet>().Status);
        Assert.Empty(prompt.Run("Get-EcsTaskSet ext").Clean().Output);
        Assert.Empty(prompt.Run("Get-EcsTask").Clean().Output);
    }

    [Fact]
    public void A_task_set_without_room_is_a_timeout_that_says_how_many_run()
    {
        using var prompt = Open(instances: 0);
        var said = prompt.Run("New-EcsTaskSet ext -TaskDefinition web -Scale 100 -Wait -Timeout 00:10:00 -Verbose");
        Assert.Contains("(STABILIZING: 0 running, 0 pending, 4 desired)", said.Error().ToString(), StringComparison.Ordinal);
        Assert.InRange(said.Calls("DescribeTaskSets"), 600 / 15, (600 / 12) + 10);
    }

    [Fact]
    public void A_task_set_deleted_while_it_is_waited_for_is_an_error()
    {
        using var prompt = Open(instances: 0);
        using var other = new Bystander(prompt).In(10, "Get-EcsTaskSet ext | Remove-EcsTaskSet -Force -Confirm:$false");
        Assert.StartsWith("MISSING,", prompt.Run("New-EcsTaskSet ext -TaskDefinition web -Scale 100 -Wait").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static EcsPrompt Open(int instances = 3)
    {
        var prompt = Shop.Open(instances);
        prompt.Run("$null = New-EcsService ext -DesiredCount 4 -DeploymentController @{ type = 'EXTERNAL' }").Clean();
        return prompt;
    }
}
