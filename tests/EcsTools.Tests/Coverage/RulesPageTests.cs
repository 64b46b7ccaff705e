using System.Globalization;
using System.Text;
using EcsTools.Rules;
using EcsTools.Rules.Capacity;
using EcsTools.Rules.Launches;
using EcsTools.Rules.TaskDefinitions;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Coverage;

/// <summary>docs/local.md lists every rule by which the local ECS refuses, and Test-EcsTaskDefinition reports.</summary>
public sealed class RulesPageTests
{
    private const string Begin = "<!-- rules -->\n", End = "<!-- end of rules -->";

    private static readonly string Page = EcsPrompt.Metadata("Repository") + "docs/local.md";

    /// <summary>With ECSTOOLS_UPDATE_GOLDEN=1 the table is written again.</summary>
    [Fact]
    public void The_tables_of_rules_are_up_to_date()
    {
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("ECSTOOLS_UPDATE_GOLDEN") == "1") File.WriteAllText(Page, page = page[..from] + Made() + page[to..]);
        Assert.Equal(Made(), page[from..page.IndexOf(End, StringComparison.Ordinal)]);
    }

    private static string Made()
    {
        var page = new StringBuilder("\n");
        Add(page, "Task definitions", "`RegisterTaskDefinition`, `RegisterDaemonTaskDefinition` and `Test-EcsTaskDefinition`", TaskDefinitionRules.All);
        Add(page, "Services, tasks and task sets", "`CreateService`, `UpdateService`, `RunTask`, `StartTask` and `CreateTaskSet`, as far as they have the member", LaunchRules.All);
        Add(page, "Changes of services", "`UpdateService`", UpdateRules.All);
        Add(page, "Capacity provider strategies", "`CreateCluster`, `PutClusterCapacityProviders`, `CreateService`, `UpdateService`, `RunTask` and `CreateTaskSet`", StrategyRules.All);
        Add(page, "Capacity providers", "`CreateCapacityProvider` and `UpdateCapacityProvider`", ProviderRules.All);
        Add(page, "Clusters", "`CreateCluster`, `UpdateCluster`, `UpdateClusterSettings` and `PutClusterCapacityProviders`", ClusterRules.All);
        return page.ToString();
    }

    private static void Add<T>(StringBuilder page, string title, string where, IEnumerable<Rule<T>> rules)
    {
        page.Append(CultureInfo.InvariantCulture, $"#### {title}\n\nChecked by {where}.\n\n| rule | error | text | text is from |\n|---|---|---|---|\n");
        foreach (var rule in rules) Add(page, rule);
        page.Append('\n');
    }

    private static void Add<T>(StringBuilder table, Rule<T> rule)
    {
        var origin = rule.Origin switch { _ when rule.Error is null => "EcsTools", Origin.Recorded => "a recording", Origin.Reported => "reports", _ => "EcsTools" };
        table.Append(CultureInfo.InvariantCulture, $"| {rule.Condition} | {rule.Error ?? "warning"} | {rule.Pattern.Replace("<", "&lt;", StringComparison.Ordinal)} | {origin} |\n");
    }
}
