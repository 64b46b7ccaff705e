using System.Management.Automation;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Docs;

/// <summary>Get-Help in the real engine, from the built module.</summary>
public sealed class GetHelpTests(GetHelpTests.HelpPrompt help) : IClassFixture<GetHelpTests.HelpPrompt>
{
    public static TheoryData<string> Cmdlets => [.. Exports.Cmdlets];

    [Theory, MemberData(nameof(Cmdlets))]
    public void Every_cmdlet_has_synopsis_description_examples_and_every_parameter(string cmdlet)
    {
        var page = help.Prompt.Run($"Get-Help {cmdlet} -Full").Clean().Output.Single();
        Assert.Contains("Maml", page.TypeNames[0], StringComparison.Ordinal);
        Assert.NotEmpty(Text(page, "Synopsis"));
        Assert.NotEmpty(Items(page, "description"));
        Assert.True(Items(Part(page, "examples"), "example").Count >= 2);
        var described = Items(Part(page, "parameters"), "parameter").ToDictionary(p => Text(p, "name"), p => Items(p, "description"), StringComparer.OrdinalIgnoreCase);
        var names = help.Prompt.Run($"(Get-Command {cmdlet}).Parameters.Values | Where-Object {{ -not $_.Attributes.DontShow }} | ForEach-Object Name").All<string>().Except(Cmdlet.CommonParameters, StringComparer.OrdinalIgnoreCase);
        Assert.All(names, name => Assert.NotEmpty(described[name]), throwIfEmpty: false);
    }

    private static string Text(PSObject of, string property) => of.Properties[property]?.Value?.ToString()?.Trim() ?? "";

    private static PSObject Part(PSObject of, string property) => PSObject.AsPSObject(of.Properties[property].Value);

    private static List<PSObject> Items(PSObject of, string property) => LanguagePrimitives.GetEnumerable(of.Properties[property]?.Value) is { } several
        ? [.. several.Cast<object>().Select(PSObject.AsPSObject)]
        : of.Properties[property]?.Value is { } one ? [PSObject.AsPSObject(one)] : [];

    /// <summary>One prompt for all: help is loaded once.</summary>
    public sealed class HelpPrompt : IDisposable
    {
        internal EcsPrompt Prompt { get; } = new();

        public void Dispose() => Prompt.Dispose();
    }
}
