using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Shell;

/// <summary>Our objects in the commands that only the shell has: tables that stream, Compare-Object, Group-Object, Select-Object, Pester.</summary>
public sealed class ObjectsInTheShellTests(PwshSession shell)
{
    private const string Shop = "& ./docs/examples/shop.ps1";

    [Fact]
    public async Task Events_show_as_they_come()
    {
        using var pwsh = new Pwsh("-NonInteractive", "-Command", $"{Shop}; Get-EcsServiceEvent web -Follow");
        var seen = new List<string>();
        while (!seen.Exists(line => line.Contains("steady state", StringComparison.Ordinal))) seen.Add(await pwsh.ReadLineAsync() ?? throw new InvalidOperationException(string.Join('\n', seen)));
        Assert.Matches("^CreatedAt +Message$", seen.First(line => line.Length > 0));
    }

    [Fact]
    public async Task Compare_Object_finds_a_changed_member() => Assert.Equal("2 0 1", await shell.RunAsync($$"""
        {{Shop}}
        $before = Get-EcsService web
        $null = Update-EcsService web -DesiredCount 4
        $after = Get-EcsService web
        "$(@(Compare-Object $before $after).Count) $(@(Compare-Object (Get-EcsCluster) (Get-EcsCluster)).Count) $(@(Get-EcsCluster; Get-EcsCluster | Sort-Object -Unique).Count - 1)"
        """));

    [Fact]
    public async Task Should_Be_compares_members() => Assert.Equal("equal\ndifferent", await shell.RunAsync($$"""
        Import-Module '{{EcsPrompt.Metadata("Pester")}}{{PesterRun.Versions[0]}}/tools/Pester.psd1'
        {{Shop}}
        $before = Get-EcsService web
        Get-EcsService web | Should -Be $before
        'equal'
        $null = Update-EcsService web -DesiredCount 4
        try { Get-EcsService web | Should -Be $before } catch { 'different' }
        """));

    [Fact]
    public async Task Columns_can_be_selected_sorted_filtered_and_grouped() => Assert.Equal("web 3|worker 2|1|web:1=3 worker:1=2|us-east-1a", await shell.RunAsync($$"""
        {{Shop}}
        $services = Get-EcsService | Sort-Object Running -Descending | Select-Object Name, Running | ForEach-Object { "$($_.Name) $($_.Running)" }
        $instances = @(Get-EcsContainerInstance | Where-Object Zone -eq us-east-1a)
        $groups = (Get-EcsTask | Group-Object Definition | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Count)" }) -join ' '
        "$($services -join '|')|$($instances.Count)|$groups|$($instances.Zone)"
        """));

    [Fact]
    public async Task Objects_from_a_file_look_like_those_that_were_written() => Assert.Equal("True True", await shell.RunAsync($$"""
        {{Shop}}
        $file = New-TemporaryFile
        Get-EcsService | Export-Clixml $file
        $same = foreach ($format in 'Format-Table', 'Format-List') { (Import-Clixml $file | & $format | Out-String -Width 120) -ceq (Get-EcsService | & $format | Out-String -Width 120) }
        Remove-Item $file
        "$same"
        """));

    [Fact]
    public async Task A_pipeline_variable_is_the_object_that_the_next_command_gets() => Assert.Equal("web=web worker=worker", await shell.RunAsync($$"""
        {{Shop}}
        (Get-EcsService -PipelineVariable service | ForEach-Object { "$($service.Name)=$($_.Name)" }) -join ' '
        """));

    [Fact]
    public async Task No_member_of_a_service_is_plumbing() => Assert.Equal("CompareTo Equals GetHashCode GetType ToString", await shell.RunAsync($$"""
        {{Shop}}
        (Get-EcsService web | Get-Member -MemberType Method).Name -join ' '
        """));
}
