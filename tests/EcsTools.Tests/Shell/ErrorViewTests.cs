namespace EcsTools.Tests.Shell;

/// <summary>Errors as PowerShell itself shows them.</summary>
public sealed class ErrorViewTests(PwshSession pwsh)
{
    private const string Failed = """
        $null = Start-EcsLocal -ManualClock; Set-EcsContext -Cluster shop; $null = New-EcsCluster shop
        $null = Register-EcsContainerInstance -TotalResource @{ name = 'CPU'; type = 'INTEGER'; integerValue = 4096 }, @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 4096 }
        $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'shop/web:1'; memory = 64 }
        $null = New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait
        $null = Set-EcsLocalBehavior -Image shop/web:9 -PullError 'manifest unknown'
        $Error.Clear()
        Update-EcsService web -Image shop/web:9 -Wait -DeploymentConfiguration @{ deploymentCircuitBreaker = @{ enable = $true; rollback = $true } } 2>&1 | Set-Variable failed
        """;

    [Fact]
    public async Task A_failed_deployment_is_read_at_a_glance()
    {
        var shown = await pwsh.RunAsync($"{Failed}\n$failed | Out-String -Width 120");
        var lines = shown.Split('\n').SkipWhile(line => !line.Contains("~~~", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith("     | ", StringComparison.Ordinal)).ToList();
        Assert.InRange(lines.Count, 1, 3);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 120));
        Assert.Contains(
            "web: the deployment was rolled back to web:1: 3 of 3 tasks could not pull shop/web:9 (manifest unknown).",
            string.Join(' ', lines.Select(line => line["     | ".Length..].Trim())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Error_shows_the_events_and_the_stopped_tasks_whole()
    {
        var shown = await pwsh.RunAsync($"{Failed}\nGet-Error | Out-String -Width 400");
        Assert.Contains("(service web) has started 3 tasks", shown, StringComparison.Ordinal);
        Assert.Equal(3, shown.Split("StoppedReason").Length - 1);
    }

    [Fact]
    public async Task A_local_ECS_that_is_waited_for_says_its_URL_at_once_and_ends_with_Ctrl_C()
    {
        using var local = new Pwsh("-Command", "Start-EcsLocal -Wait");
        var said = await local.ReadLineAsync();
        Assert.Matches(@"^The local ECS is listening on http://127\.0\.0\.1:\d+/\. Press Ctrl\+C to stop it\.$", said);
        await local.SendAsync("INT");
        await local.EndAsync();
    }
}
