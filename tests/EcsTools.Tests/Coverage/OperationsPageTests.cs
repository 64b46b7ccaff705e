using System.Text;
using System.Xml.Linq;
using EcsTools.Local;
using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Coverage;

/// <summary>docs/operations.md is made of the module's cmdlets and of what the local ECS's handlers say of themselves.</summary>
public sealed class OperationsPageTests
{
    private static readonly string Page = EcsPrompt.Metadata("Repository") + "docs/operations.md";

    /// <summary>With ECSTOOLS_UPDATE_GOLDEN=1 the page is written anew instead.</summary>
    [Fact]
    public void The_page_of_operations_is_up_to_date()
    {
        if (Environment.GetEnvironmentVariable("ECSTOOLS_UPDATE_GOLDEN") == "1") File.WriteAllText(Page, Made());
        Assert.Equal(Made(), File.ReadAllText(Page).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_handler_says_what_it_simulates() => Assert.All(Operations.All, operation => Assert.NotEmpty(Simulated(operation.Name)));

    private static string Made()
    {
        var page = new StringBuilder();
        page.Append("# Operations\n\nEvery operation of the ECS API, the cmdlet that sends it, and what the local ECS does with it. [local.md](local.md) says more of the latter.\n");
        page.Append("This page is made by a test; `ECSTOOLS_UPDATE_GOLDEN=1 dotnet test` writes it anew.\n\n| operation | cmdlet | on the local ECS |\n|---|---|---|\n");
        foreach (var operation in Operations.All.OrderBy(o => o.Name, StringComparer.Ordinal))
        {
            var cmdlets = OperationCmdlet.All.Where(one => one.Operation == operation).Select(one => $"`{one.Cmdlet.Name}`").Distinct();
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {operation.Name} | {string.Join(", ", cmdlets)} | {Simulated(operation.Name)} |\n");
        }

        return page.ToString();
    }

    private static string Simulated(string operation) => Handlers.Value.GetValueOrDefault(operation, "");

    /// <summary>The summaries of the handlers, by operation, from the documentation that the compiler wrote beside the assembly.</summary>
    private static readonly Lazy<Dictionary<string, string>> Handlers = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(EcsLocalServer).Assembly.Location, ".xml")).Descendants("member")
            .Where(member => ((string)member.Attribute("name")!).StartsWith("T:EcsTools.Local.Api.", StringComparison.Ordinal) && ((string)member.Attribute("name")!).EndsWith("Handler", StringComparison.Ordinal))
            .ToDictionary(
                member => ((string)member.Attribute("name")!)["T:EcsTools.Local.Api.".Length..^"Handler".Length],
                member => string.Join(' ', member.Element("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
