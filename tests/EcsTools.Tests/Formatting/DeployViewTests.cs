namespace EcsTools.Tests.Formatting;

/// <summary>How differences and findings look.</summary>
public sealed class DeployViewTests
{
    private const string Definition = "@{ family = 'site'; networkMode = 'bridge'; containerDefinitions = @(@{ name = 'web'; image = 'nginx:1'; memory = 4 }) }";

    [Fact]
    public void A_difference_is_a_line_in_which_what_went_is_red_and_what_came_green()
    {
        using var viewer = Viewer.AsShipped(80, colours: true);
        var seen = viewer.Show(new[] { viewer.Evaluate($"$d = {Definition}; $e = {Definition}; $e.containerDefinitions[0].image = 'nginx:2'; Compare-EcsTaskDefinition $d $e") });
        Assert.Contains("\u001b[33mChanged", seen, StringComparison.Ordinal);
        Assert.Contains("\u001b[31mnginx:1", seen, StringComparison.Ordinal);
        Assert.Contains("\u001b[32mnginx:2", seen, StringComparison.Ordinal);
    }

    [Theory, InlineData(80), InlineData(120)]
    public void A_finding_tells_place_problem_and_advice_a_line_each(int width)
    {
        using var viewer = Viewer.AsShipped(width, colours: false);
        var seen = viewer.Show(new[] { viewer.Evaluate($"Test-EcsTaskDefinition {Definition}") });
        Assert.Matches(
            @"TaskDefinition: site\s+Severity Message *\n[- ]+\nError +containerDefinitions\[web\]\.memory *\n +Invalid setting for container 'web'\. 'memory' must be at least 6\. *\n +Set 6 MiB at least\. *\n",
            seen);
    }
}
