using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>Services that go back to a revision that is named, or that is INACTIVE by now.</summary>
public sealed class UndoToTests
{
    [Fact]
    public void A_service_goes_back_to_the_revision_that_is_named()
    {
        using var prompt = Deployed();
        foreach (var (to, revision) in new[] { ("web:1", "web:1"), ("(Get-EcsTaskDefinition web:2)", "web:2"), ("3", "web:3"), ("@(Get-EcsServiceRevision -Service web | Where-Object Definition -eq web:1)[0]", "web:1"), ("web:1", "web:1") })
            Assert.Equal(revision, prompt.Run($"Undo-EcsService web -To {to} -Wait").One<Service>().Definition);
    }

    [Fact]
    public void A_revision_that_was_never_deployed_is_an_error()
    {
        using var prompt = Deployed();
        var error = prompt.Run("Undo-EcsService web -To web:9").Error();
        Assert.StartsWith("NoPreviousRevision,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("No revision with web:9 was deployed successfully", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_that_is_INACTIVE_is_registered_again()
    {
        using var prompt = Deployed();
        prompt.Run("Unregister-EcsTaskDefinition web:2, web:1 -Confirm:$false").Clean();
        var said = prompt.Run("Undo-EcsService web -Wait -Verbose");
        Assert.Equal(("web:4", 1), (said.One<Service>().Definition, said.Calls("RegisterTaskDefinition")));
        Assert.Equal("nginx:2", prompt.Run("Get-EcsTaskDefinition web:4").One<TaskDefinition>().ContainerDefinitions![0].Image);
        Assert.Equal(0, prompt.Run("Undo-EcsService web -To web:1 -WhatIf -Verbose").Clean().Calls("RegisterTaskDefinition"));
    }

    [Fact]
    public void It_takes_few_calls()
    {
        using var prompt = Deployed();
        var said = prompt.Run("Undo-EcsService web -Verbose").Clean();
        Assert.Equal(["ListServiceDeployments", "DescribeServiceRevisions", "DescribeTaskDefinition", "UpdateService"], said.Called);
    }

    private static EcsPrompt Deployed()
    {
        var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait; 2, 3 | ForEach-Object { $null = Update-EcsService web -Image \"nginx:$_\" -Wait }").Clean();
        return prompt;
    }
}
