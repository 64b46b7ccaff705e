using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Failed deployments are rolled back, and the error reports it.</summary>
public sealed class RollbackTests
{
    private const string Breaks = "$null = Set-EcsLocalBehavior -Image nginx:broken -PullError 'pull access denied'";

    [Fact]
    public void An_image_that_never_starts_is_rolled_back_when_the_breaker_gives_it_up()
    {
        using var prompt = Running("@{ enable = $true; rollback = $false }");
        var error = prompt.Run($"{Breaks}; Update-EcsService web -Image nginx:broken -Wait -RollbackOnFailure -Timeout 01:00:00").Error();
        Assert.Equal("DeploymentFailed,EcsTools.Commands.UpdateEcsServiceCommand", error.FullyQualifiedErrorId);
        Assert.Contains("pull access denied", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Rolled back to web:1: 2 of 2 tasks are running.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(error.ToString(), error.Exception.Message);
        RunsItsFirstRevision(prompt);
    }

    [Fact]
    public void One_that_the_breaker_rolls_back_itself_is_waited_for_only()
    {
        using var prompt = Running("@{ enable = $true; rollback = $true }");
        var said = prompt.Run($"{Breaks}; Update-EcsService web -Image nginx:broken -Wait -RollbackOnFailure -Timeout 01:00:00 -Verbose");
        Assert.StartsWith("DeploymentRolledBack,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Rolled back to web:1", said.Error().ToString(), StringComparison.Ordinal);
        Assert.Equal(1, said.Calls("UpdateService"));
        RunsItsFirstRevision(prompt);
    }

    [Fact]
    public void Every_member_that_the_command_set_is_restored()
    {
        using var prompt = Running("@{ enable = $true; rollback = $false }");
        var said = prompt.Run($"{Breaks}; Update-EcsService web -Image nginx:broken -DesiredCount 3 -PlacementStrategy @{{ type = 'binpack'; field = 'cpu' }} -EnableExecuteCommand -PropagateTags SERVICE -Wait -RollbackOnFailure -Timeout 01:00:00");
        Assert.Contains("Rolled back to web:1: 2 of 2", said.Error().ToString(), StringComparison.Ordinal);
        var service = prompt.Run("Get-EcsService web").One<Service>();
        Assert.Equal((2, false, "NONE"), (service.DesiredCount, service.EnableExecuteCommand ?? false, service.PropagateTags ?? "NONE"));
        Assert.DoesNotContain(service.PlacementStrategy ?? [], strategy => strategy.Type == "binpack");
        RunsItsFirstRevision(prompt);
    }

    [Fact]
    public void One_that_takes_too_long_is_put_back()
    {
        using var prompt = Running("@{ enable = $false; rollback = $false }");
        var error = prompt.Run($"{Breaks}; Update-EcsService web -Image nginx:broken -Wait -RollbackOnFailure -Timeout 00:03:00").Error();
        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Rolled back to web:1", error.ToString(), StringComparison.Ordinal);
        RunsItsFirstRevision(prompt);
    }

    [Fact]
    public void A_container_that_exits_is_put_back_and_its_exit_code_told()
    {
        using var prompt = Running("@{ enable = $true; rollback = $false }");
        var error = prompt.Run("$null = Set-EcsLocalBehavior -Image nginx:3 -ExitCode 3; Update-EcsService web -Image nginx:3 -Wait -RollbackOnFailure -Timeout 01:00:00").Error();
        Assert.Contains("exited with 3", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Rolled back to web:1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_else_deployed_meanwhile_is_left_alone()
    {
        using var prompt = Running("@{ enable = $false; rollback = $false }");
        using var other = new Bystander(prompt).In(5, "$null = Update-EcsService web -Image nginx:theirs");
        var error = prompt.Run($"{Breaks}; Update-EcsService web -Image nginx:broken -Wait -RollbackOnFailure").Error();
        Assert.StartsWith("DeploymentSuperseded,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("The service wasn't rolled back to web:1, because it was updated to web:3 in the meantime.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_deleted_meanwhile_stays_deleted()
    {
        using var prompt = Running("@{ enable = $false; rollback = $false }");
        using var other = new Bystander(prompt).In(5, "Remove-EcsService web -Force -Confirm:$false");
        var error = prompt.Run($"{Breaks}; Update-EcsService web -Image nginx:broken -Wait -RollbackOnFailure").Error();
        Assert.StartsWith("ServiceDeleted,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The service wasn't rolled back to web:1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deployment_that_nobody_waits_for_cannot_be_put_back()
    {
        using var prompt = Running("@{ enable = $false; rollback = $false }");
        Assert.StartsWith("RollbackOnFailureWithoutWait,", prompt.Run("Update-EcsService web -Image a:1 -RollbackOnFailure").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static void RunsItsFirstRevision(EcsPrompt prompt)
    {
        Assert.EndsWith("web:1", Assert.Single(prompt.Run("Get-EcsService web").One<Service>().Deployments!).TaskDefinition, StringComparison.Ordinal);
        Assert.Equal(2, prompt.Run("Get-EcsTask -Service web").All<EcsTask>().Count(task => task.TaskDefinitionArn!.EndsWith("web:1", StringComparison.Ordinal)));
    }

    private static EcsPrompt Running(string breaker)
    {
        var prompt = Shop.Open();
        prompt.Run($"$null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait -DeploymentConfiguration @{{ deploymentCircuitBreaker = {breaker} }}").Clean();
        return prompt;
    }
}
