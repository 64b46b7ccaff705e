using System.Text.RegularExpressions;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Coverage;

/// <summary>The table of docs/local.md names for each behavior the tests that hold it.</summary>
public sealed partial class LocalPageTests
{
    private static readonly string Repository = EcsPrompt.Metadata("Repository");

    [Fact]
    public void Every_behaviour_is_simulated_approximated_or_absent_and_names_tests_that_there_are()
    {
        var rows = File.ReadLines(Repository + "docs/local.md").SkipWhile(line => !line.StartsWith("| behavior |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.Length > 0)
            .Select(line => line.Trim('|').Split('|')).Select(cells => cells.Select(cell => cell.Trim()).ToArray()).ToList();
        Assert.All(rows, row => Assert.Contains(row[1], new[] { "simulated", "approximated", "absent" }));
        Assert.All(rows.Where(row => row[0].Length > 0), row => Assert.Matches(Names(), row[3]));
        Assert.All(rows.SelectMany(row => row[3].Split(", ", StringSplitOptions.RemoveEmptyEntries)), name => Assert.True(File.Exists($"{Repository}tests/EcsTools.Tests/{name}.cs"), name));
    }

    [GeneratedRegex(@"^\w+/\w+Tests(, \w+/\w+Tests)*$")]
    private static partial Regex Names();
}
