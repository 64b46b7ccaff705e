using System.Text.RegularExpressions;
using EcsTools.Docs;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Docs;

/// <summary>Every page in docs/cmdlets against its cmdlet, its examples against what they print. <c>build.ps1 -Task Docs</c> refreshes them.</summary>
public sealed partial class PageTests(DocsFixture docs) : IClassFixture<DocsFixture>
{
    public static TheoryData<string> Cmdlets => [.. Exports.Cmdlets];

    [Theory, MemberData(nameof(Cmdlets))]
    public void A_page_says_what_its_cmdlet_is_and_what_its_examples_print(string cmdlet)
    {
        var command = docs.Help.Commands.Single(c => c.Name == cmdlet);
        var page = Help.Read(command);
        Assert.Equal(docs.Help.Write(command, docs.Help.RunExamples(command, page)), File.ReadAllText(Help.FileOf(cmdlet)));
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void A_page_has_two_examples_or_more_that_show_something_and_nothing_left_to_fill_in(string cmdlet)
    {
        var page = Help.Read(docs.Help.Commands.Single(c => c.Name == cmdlet));
        Assert.True(page.Examples.Count >= 2, $"{cmdlet} has {page.Examples.Count} examples.");
        Assert.All(page.Examples, example => Assert.Contains(example.Blocks, block => block.IsCode));
        Assert.All(page.Examples, example => Assert.Matches(Title(), example.Title));
        var outputs = page.Examples.SelectMany(example => example.Blocks).Where(block => block.IsOutput).ToList();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.NotEmpty(output.Text));
        Assert.DoesNotMatch(Placeholder(), File.ReadAllText(Help.FileOf(cmdlet)));
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void Everything_about_a_cmdlet_is_described(string cmdlet)
    {
        var command = docs.Help.Commands.Single(c => c.Name == cmdlet);
        Assert.NotEmpty(command.Synopsis);
        Assert.All(command.Parameters, parameter => Assert.True(parameter.Description.Length > 0, $"-{parameter.Name} has no help message."), throwIfEmpty: false);
    }

    /// <summary>The help message of a parameter is its only description.</summary>
    [Fact]
    public void No_parameter_is_described_twice()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(EcsPrompt.Metadata("Repository"), "src", "EcsTools"), "*Command*.cs", SearchOption.AllDirectories);
        Assert.All(sources, file => Assert.DoesNotMatch(Twice(), File.ReadAllText(file).ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Every_page_has_a_cmdlet_and_every_help_file_is_as_the_pages_say()
    {
        var pages = Directory.GetFiles(Path.GetDirectoryName(Help.FileOf("x"))!).Select(file => Path.GetFileNameWithoutExtension(file)!);
        Assert.Equal(Exports.Cmdlets.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));

        var expected = docs.Help.WriteHelp(docs.Help.Commands.Select(command => (command, Help.Read(command))));
        var folder = Path.Combine(Path.GetDirectoryName(Help.FileOf("x"))!, "..", "..", "en-US");
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(folder, file.Key))));
    }

    [GeneratedRegex(@"^Example \d+: \S")]
    private static partial Regex Title();

    [GeneratedRegex(@"</summary>\n( *\[[^\n]*\n)*? *\[Parameter\([^\n]*HelpMessage")]
    private static partial Regex Twice();

    [GeneratedRegex(@"\{\{|TODO|Lorem")]
    private static partial Regex Placeholder();
}
