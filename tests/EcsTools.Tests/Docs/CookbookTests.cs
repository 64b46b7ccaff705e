using System.Text.RegularExpressions;
using EcsTools.Tests.Cmdlets;
using EcsTools.Tests.Shell;

namespace EcsTools.Tests.Docs;

/// <summary>Each recipe of the cookbook, run in PowerShell on a shop of its own. Comments in the page contain its setup and its check.</summary>
/// <param name="pwsh">The shell.</param>
public sealed partial class CookbookTests(PwshSession pwsh)
{
    private static readonly string Docs = EcsPrompt.Metadata("Repository") + "docs/";

    private static readonly List<Match> Recipes = Recipe().Matches(File.ReadAllText(Docs + "cookbook.md").ReplaceLineEndings("\n")).ToList();

    public static TheoryData<string> Titles => [.. Recipes.Select(recipe => recipe.Groups["title"].Value)];

    [Theory, MemberData(nameof(Titles))]
    public async Task A_recipe_does_what_it_says(string title)
    {
        var recipe = Recipes.Single(one => one.Groups["title"].Value == title);
        var folder = Directory.CreateTempSubdirectory("ecstools-cookbook-");
        try
        {
            var shown = await pwsh.RunAsync($$"""
                & {
                    & '{{Docs}}examples/shop.ps1'
                    $null = Step-EcsLocal
                    Push-Location '{{folder.FullName}}'
                    {{recipe.Groups["given"].Value}}
                    $shown = . { {{recipe.Groups["code"].Value}}
                    } | Out-String
                    if (-not ({{recipe.Groups["then"].Value}})) { 'It is not so.'; $shown }
                    Pop-Location
                }
                """);
            Assert.Equal("", shown);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Each_job_takes_three_lines_at_most_and_has_its_place_in_the_topic_on_migration()
    {
        Assert.Equal(19, Recipes.Count);
        Assert.All(Recipes, recipe => Assert.InRange(recipe.Groups["code"].Value.Trim().Split('\n').Length, 1, 3));
        var migration = File.ReadAllText(Docs + "about/about_EcsTools_Migration.md");
        Assert.All(Recipes, recipe => Assert.Contains($"### {recipe.Groups["title"].Value}\n", migration, StringComparison.Ordinal));
    }

    [GeneratedRegex("""^### (?<title>[^\n]+)\n\n(?:<!-- given: (?<given>[^\n]*) -->\n)?<!-- then: (?<then>[^\n]*) -->\n(?:(?!\n### ).)*?\n```powershell\n(?<code>.*?)```\n""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Recipe();
}
