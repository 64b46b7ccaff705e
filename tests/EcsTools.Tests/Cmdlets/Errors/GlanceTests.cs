using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>An error reads at a glance in PowerShell's own view: the resource and the cause first, in at most three lines of 120 columns.</summary>
public sealed class GlanceTests
{
    /// <summary>Breaks a deployment of three tasks in the shop.</summary>
    private const string Broken = """
        $null = New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait
        $null = Set-EcsLocalBehavior -Image 'shop/web:9' -PullError 'manifest unknown'
        $null = Set-EcsLocalBehavior -Image 'shop/web:8' -ExitCode 3
        """;

    private const string Breaker = "-DeploymentConfiguration @{ deploymentCircuitBreaker = @{ enable = $true; rollback = $false } }";

    [Fact]
    public void A_failed_deployment_is_one_sentence_with_the_cause_counted()
    {
        using var prompt = Shop.Open();
        var error = prompt.Run($"{Broken}\nUpdate-EcsService web -Image shop/web:9 -Wait {Breaker}").Error();
        Assert.Equal("web: the deployment failed: 3 of 3 tasks could not pull shop/web:9 (manifest unknown).", error.ToString());
        var details = Assert.IsType<EcsWaitException>(error.Exception);
        Assert.Equal(3, details.StoppedTasks.Count);
        Assert.NotEmpty(details.Events);
        Assert.Contains("Get-Error", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    public static TheoryData<string> Errors => new(
        $"Update-EcsService web -Image shop/web:9 -Wait {Breaker}",
        $"Update-EcsService web -Image shop/web:9 -Wait {Breaker} -RollbackOnFailure",
        $"Update-EcsService web -Image shop/web:8 -Wait {Breaker}",
        "Update-EcsService web -Image shop/web:8 -Wait -Timeout 60",
        "Update-EcsService web -Image shop/web:8 -Wait -Timeout 60 -RollbackOnFailure",
        $"$null = Update-EcsService web -Image shop/web:9 {Breaker}; Get-EcsService web | Wait-EcsServiceDeployment",
        "New-EcsService big -TaskDefinition web -DesiredCount 500 -Wait -Timeout 60",
        "Remove-EcsService web -Confirm:$false",
        "Wait-EcsService web -Inactive",
        "$null = 1..5 | ForEach-Object { Start-EcsTask web -Count 2 }; $null = Step-EcsLocal; (Get-EcsContainerInstance)[0] | Update-EcsContainerInstanceState -Status DRAINING -Wait -Timeout 60",
        "Start-EcsTask web -Count 500",
        "$null = Set-EcsLocalBehavior -Image nginx -PullError ('x ' * 900); Start-EcsTask web -Wait",
        "$null = Set-EcsLocalBehavior -Image nginx -ExitCode 3; Start-EcsTask web -Count 10 -Wait",
        "Start-EcsTask web | Wait-EcsTask -Timeout 60",
        "Get-EcsTask abc",
        "Get-EcsTask 00000000000000000000000000000000",
        "Get-EcsService nope",
        "Remove-EcsCluster shop -Confirm:$false",
        "$null = Set-EcsLocalBehavior -Operation DescribeClusters -ErrorCode AccessDeniedException -ErrorMessage (\"long text,`n\" * 90); Get-EcsCluster shop",
        "Register-EcsTaskDefinition bad -ContainerDefinition (1..40 | ForEach-Object { @{ name = 'bad name'; image = 'x' } })",
        "Update-EcsService web -Environment @{ wbe = @{ A = 1 } }",
        "Invoke-EcsCommand abc /bin/sh",
        "Test-EcsTaskDefinition ./nope.json");

    [Theory, MemberData(nameof(Errors))]
    public void An_error_has_three_lines_at_most(string script)
    {
        using var prompt = Shop.Open();
        prompt.Run(Broken).Clean();
        var errors = prompt.Run(script).Errors;
        Assert.NotEmpty(errors);
        Assert.All(errors, AssertGlance);
    }

    private static void AssertGlance(ErrorRecord error)
    {
        Assert.DoesNotContain('\n', error.ToString());
        Assert.InRange(error.ToString().Length, 1, 300);
        Assert.InRange(error.ErrorDetails.RecommendedAction.Length, 1, 300);
    }
}
