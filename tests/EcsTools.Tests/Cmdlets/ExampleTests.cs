using EcsTools.Tests.Host;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The examples run to their end, as a user of the host sees them.</summary>
public sealed class ExampleTests : HostTest
{
    [Fact]
    public async Task The_rolling_update_ends_with_its_figures_in_lines_that_fit()
    {
        var start = StartInfo(EcsPrompt.Metadata("Repository") + "docs/examples/rolling-update.ps1", "-TimeScale", "300");
        start.Environment["ECSTOOLS_MODULE"] = EcsPrompt.ModulePath;
        using var process = Start(start);
        process.StandardInput.Close();
        var result = await ResultAsync(process);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        var lines = result.Output.TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 120, line));
        Assert.DoesNotContain(lines, line => line.Contains('{', StringComparison.Ordinal) || line.Contains("EcsTools.Model", StringComparison.Ordinal));
        Assert.Matches(@"^\d+ tasks started, \d+ stopped; of six wanted, at least [3-6] ran at any time; \d+ s of ECS time\.$", lines[^1]);
    }
}
