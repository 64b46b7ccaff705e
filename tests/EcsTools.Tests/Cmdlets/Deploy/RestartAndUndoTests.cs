using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Services that are restarted, or taken back to what they ran before.</summary>
public sealed class RestartAndUndoTests
{
    [Fact]
    public void A_restart_replaces_every_task_by_one_of_the_same_revision()
    {
        using var prompt = Running();
        var before = Tasks(prompt);
        Assert.Equal("web:1", EcsArn.IdOf(prompt.Run("Get-EcsService web | Restart-EcsService -Wait").One<Service>().TaskDefinition!));
        Assert.Empty(Tasks(prompt).Intersect(before));
        Assert.Equal(2, Tasks(prompt).Count);
    }

    [Fact]
    public void A_restart_that_another_update_overtakes_is_superseded()
    {
        using var prompt = Running();
        using var other = new Bystander(prompt).In(3, "$null = Restart-EcsService web");
        Assert.Equal("DeploymentSuperseded,EcsTools.Commands.RestartEcsServiceCommand", prompt.Run("Restart-EcsService web -Wait").Error().FullyQualifiedErrorId);
    }

    [Fact]
    public void WhatIf_restarts_nothing_and_undoes_nothing()
    {
        using var prompt = Running();
        prompt.Run("$null = Update-EcsService web -Image nginx:2 -Wait").Clean();
        Assert.Equal(0, prompt.Run("Restart-EcsService web -WhatIf -Verbose; Undo-EcsService web -WhatIf -Verbose").Clean().Calls("UpdateService"));
    }

    [Fact]
    public void Undoing_goes_back_to_the_revision_before_and_again_forth()
    {
        using var prompt = Running();
        prompt.Run("$null = Update-EcsService web -Image nginx:2 -Wait; $null = Restart-EcsService web -Wait").Clean();
        Assert.Equal("web:1", EcsArn.IdOf(prompt.Run("Undo-EcsService web -Wait").One<Service>().TaskDefinition!));
        Assert.Equal("web:2", EcsArn.IdOf(prompt.Run("Undo-EcsService web -Wait").One<Service>().TaskDefinition!));
    }

    [Fact]
    public void A_deployment_under_way_that_never_completed_is_undone_to_what_last_did()
    {
        using var prompt = Running();
        prompt.Run("""
            $null = Update-EcsService web -Image nginx:2 -Wait
            $null = Set-EcsLocalBehavior -Image nginx:broken -PullError no
            $null = Update-EcsService web -Image nginx:broken
            """).Clean();
        Assert.Equal("web:2", EcsArn.IdOf(prompt.Run("Undo-EcsService web -Wait").One<Service>().TaskDefinition!));
    }

    [Fact]
    public void After_a_rollback_the_present_revision_is_not_the_previous_one()
    {
        using var prompt = Running("-DeploymentConfiguration @{ deploymentCircuitBreaker = @{ enable = $true; rollback = $true } }");
        prompt.Run("""
            $null = Update-EcsService web -Image nginx:2 -Wait
            $null = Set-EcsLocalBehavior -Image nginx:broken -PullError no
            Update-EcsService web -Image nginx:broken -Wait -RollbackOnFailure -Timeout 01:00:00 -ErrorAction SilentlyContinue
            """);
        Assert.Equal("web:2", EcsArn.IdOf(prompt.Run("Get-EcsService web").One<Service>().TaskDefinition!));
        Assert.Equal("web:1", EcsArn.IdOf(prompt.Run("Undo-EcsService web -Wait").One<Service>().TaskDefinition!));
    }

    [Fact]
    public void A_service_that_ran_one_revision_only_has_nothing_to_go_back_to()
    {
        using var prompt = Running();
        prompt.Run("$null = Restart-EcsService web -Wait").Clean();
        var error = prompt.Run("Undo-EcsService web").Error();
        Assert.Equal("NoPreviousRevision,EcsTools.Commands.UndoEcsServiceCommand", error.FullyQualifiedErrorId);
        Assert.StartsWith("service web in cluster shop: No other revision", error.ToString(), StringComparison.Ordinal);
    }

    private static List<string> Tasks(EcsPrompt prompt) => [.. prompt.Run("Get-EcsTask -Service web").All<EcsTask>().Select(task => task.TaskArn!)];

    private static EcsPrompt Running(string more = "")
    {
        var prompt = Shop.Open();
        prompt.Run($"$null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait {more}").Clean();
        return prompt;
    }
}
