using System.Text.RegularExpressions;
using System.Xml.Linq;
using EcsTools.Docs;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Docs;

/// <summary>The README matches the repository.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Repository = EcsPrompt.Metadata("Repository");

    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository, "README.md"));

    [Fact]
    public void The_picture_is_of_the_session_as_it_goes_now()
    {
        var drawn = Session.Draw();
        Assert.Equal(drawn, File.ReadAllText(Session.File));
        var svg = XDocument.Parse(drawn).Root!;
        var texts = svg.Descendants(svg.Name.Namespace + "text").ToList();
        Assert.Contains(texts, text => text.Value == "DRAINING" && text.Attribute("fill")!.Value != texts[1].Attribute("fill")!.Value);
        Assert.All(texts, text => Assert.InRange((double)text.Attribute("x")! + (double)text.Attribute("textLength")!, 0, (double)svg.Attribute("width")!));
        Assert.All(texts, text => Assert.InRange((double)text.Attribute("y")!, 0, (double)svg.Attribute("height")!));
    }

    [Fact]
    public void The_pester_file_is_shown_as_it_is() =>
        Assert.Contains($"```powershell\n{File.ReadAllText(Path.Combine(Repository, "tests", "Pester", "Deploy.Tests.ps1")).TrimEnd()}\n```\n", Readme, StringComparison.Ordinal);

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var pages = Directory.GetFiles(Repository, "*.md").Concat(Directory.GetFiles(Path.Combine(Repository, "docs"), "*.md", SearchOption.AllDirectories));
        Assert.All(
            pages.SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(link => (Page: page, Target: link.Groups[1].Value))),
            link => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(link.Page)!, link.Target)), $"{link.Page}: {link.Target}"));
    }

    [Fact]
    public void Every_cmdlet_named_is_exported() =>
        Assert.Empty(Named().Matches(Readme).Select(name => name.Value).Except(Exports.Cmdlets, StringComparer.Ordinal));

    [GeneratedRegex(@"\]\((?!http|#)([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b[A-Z][a-z]+-Ecs\w+")]
    private static partial Regex Named();
}
