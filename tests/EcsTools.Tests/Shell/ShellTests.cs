using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Shell;

/// <summary>The module at PowerShell's prompt: what the engine alone does not show.</summary>
public sealed class ShellTests(PwshSession shell)
{
    private const string Shop = "docs/examples/shop.ps1\n";

    [Fact]
    public async Task The_shell_is_PowerShell_itself_and_finds_the_module() =>
        Assert.Equal($"{EcsPrompt.Metadata("PowerShellVersion")} Core ConsoleHost EcsTools", await shell.RunAsync("\"$($PSVersionTable.PSVersion) $PSEdition $($Host.Name) $((Get-Command Start-EcsLocal).Source)\""));

    [Fact]
    public async Task Tab_completes_from_ECS() =>
        // A busy machine answers later than Tab waits: it is pressed again then.
        Assert.Equal("web worker", await shell.RunAsync(Shop + """
            foreach ($press in 1..10) {
                $offers = (TabExpansion2 'Get-EcsService w' 16).CompletionMatches.CompletionText
                if ($offers) { break }
            }
            "$offers"
            """));

    [Fact]
    public async Task Default_parameter_values_are_taken() =>
        Assert.Equal("web worker", await shell.RunAsync(Shop + """
            Set-EcsContext -Cluster other
            $PSDefaultParameterValues = @{ '*-Ecs*:Cluster' = 'shop' }
            "$((Get-EcsService).Name)"
            """));

    [Fact]
    public async Task Jobs_and_parallel_blocks_use_the_module()
    {
        // Another runspace or process has its own session, without the local ECS.
        const string count = "{ (Get-EcsService -Cluster shop -EndpointUrl $using:url -Region us-east-1 -AccessKey local -SecretKey local).Count }";
        Assert.Equal("2\n2\n2", await shell.RunAsync($"""
            {Shop}
            $url = (Get-EcsLocal).Url
            Start-ThreadJob {count} | Receive-Job -Wait -AutoRemoveJob
            1 | ForEach-Object -Parallel {count}
            Start-Job {count} | Receive-Job -Wait -AutoRemoveJob
            """));
    }

    [Fact]
    public async Task A_deserialized_service_of_a_job_keeps_its_table()
    {
        var lines = await shell.RunAsync(Shop + "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-EcsService web)))");
        Assert.Matches(@"\nweb +ACTIVE ", lines);
    }

    [Fact]
    public async Task Views_and_runbooks_hold_in_strict_mode()
    {
        var shown = await shell.RunAsync("Set-StrictMode -Version Latest\n" + Shop + """
            Get-EcsCluster; Get-EcsService | Format-Table; Get-EcsTask | Format-List; Get-EcsContainerInstance | Format-Table
            docs/examples/deploy.ps1 web shop/web:2.0 | Out-Null
            $Error.Count
            """);
        Assert.EndsWith("\n0", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_in_a_file_has_no_escape_sequences() =>
        Assert.Equal("True False", await shell.RunAsync(Shop + """
            $file = New-TemporaryFile
            $PSStyle.OutputRendering = 'Host'
            Get-EcsService > $file
            $text = Get-Content $file -Raw
            Remove-Item $file
            "$($text -match 'web\s+ACTIVE') $($text.Contains("`e"))"
            """));

    [Fact]
    public async Task Help_is_shown_with_links_that_can_be_read_and_code_apart_from_its_introduction()
    {
        var help = await shell.RunAsync("Get-Help Get-EcsService -Full | Out-String -Width 120");
        Assert.Contains("Online Version https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServices.html", help, StringComparison.Ordinal);
        Assert.DoesNotContain("](", help, StringComparison.Ordinal);
        Assert.All(help.Split('\n').Where(line => line.Contains("PS> ", StringComparison.Ordinal)), line => Assert.StartsWith("PS> ", line.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_cmdlet_has_an_online_version() =>
        Assert.Equal("", await shell.RunAsync("""
            Get-Command -Module EcsTools -CommandType Cmdlet | ForEach-Object Name |
                Where-Object { (Get-Help $_).relatedLinks.navigationLink[0].uri -notlike 'https://docs.aws.amazon.com/*.html' }
            """));

    [Theory]
    [InlineData("exit 5", 5)]
    [InlineData("Get-EcsService -Cluster nowhere -EndpointUrl http://127.0.0.1:1 -Region us-east-1 -AccessKey a -SecretKey a -ErrorAction Stop", 1)]
    public async Task A_script_ends_with_its_exit_code(string script, int exitCode) =>
        Assert.Equal(exitCode, (await Pwsh.RunAsync("-NonInteractive", "-Command", script)).ExitCode);

    [Fact]
    public async Task Ctrl_C_ends_a_wait_at_once_and_lets_the_script_clean_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        using var pwsh = new Pwsh("-NonInteractive", "-Command", Shop + """
            Stop-EcsLocal
            $null = Start-EcsLocal -TimeScale 0.001
            $null = New-EcsCluster shop
            $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'web'; memory = 64 }
            $null = New-EcsService web -Cluster shop -TaskDefinition web -DesiredCount 1
            try { 'waiting'; Wait-EcsService web -Cluster shop -Timeout 01:00:00 } finally { [Console]::Out.WriteLine('cleaned up') }
            """);
        Assert.Equal("waiting", await pwsh.ReadLineAsync());
        await pwsh.SendAsync("INT");
        var result = await pwsh.EndAsync();
        Assert.Equal(("cleaned up\n", ""), (result.Output, result.Error));
    }
}
