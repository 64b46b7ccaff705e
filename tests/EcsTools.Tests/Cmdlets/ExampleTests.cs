using EcsTools.Tests.Shell;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The README's first command, as its reader types it after a build, and what it starts.</summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task The_rolling_update_runs_in_PowerShell_and_ends_as_the_README_shows()
    {
        var result = await Pwsh.RunHostAsync("docs/examples/rolling-update.ps1");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 120, line));
        Assert.DoesNotContain("EcsTools.Model", result.Output, StringComparison.Ordinal);
        var end = result.Output[result.Output.IndexOf("Scaled to nine:", StringComparison.Ordinal)..];
        var readme = File.ReadAllText(EcsPrompt.Metadata("Repository") + "README.md");
        Assert.Contains($"```\n{string.Join('\n', end.TrimEnd().Split('\n').Select(line => line.TrimEnd()))}\n```", readme, StringComparison.Ordinal);
    }
}
