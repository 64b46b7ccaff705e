using System.Text.RegularExpressions;
using System.Xml.Linq;
using EcsTools.Docs;
using EcsTools.Tests.Cmdlets;
using EcsTools.Tests.Shell;

namespace EcsTools.Tests.Docs;

/// <summary>The topics: their short descriptions, the overview of the commands, and the chapter on Pester.</summary>
public sealed partial class AboutTests
{
    private static readonly string Repository = EcsPrompt.Metadata("Repository");

    private static string Local => File.ReadAllText(Path.Combine(Repository, "docs", "about", "about_EcsTools_Local.md"));

    public static TheoryData<string> Topics => [.. Directory.GetFiles(Path.Combine(Repository, "en-US"), "about_*.help.txt").Select(file => Path.GetFileName(file)!)];

    // Get-Help takes the fifth line of a topic as its synopsis.
    [Theory, MemberData(nameof(Topics))]
    public void The_synopsis_of_a_topic_is_a_whole_sentence(string topic) =>
        Assert.EndsWith(".", File.ReadLines(Path.Combine(Repository, "en-US", topic)).ElementAt(4), StringComparison.Ordinal);

    [Fact]
    public void The_overview_names_every_cmdlet_once()
    {
        var topic = File.ReadAllText(Path.Combine(Repository, "docs", "about", "about_EcsTools.md"));
        var overview = topic.Split("## Commands by task")[1].Split("\n## ")[0];
        Assert.Equal(Exports.Cmdlets.Order(StringComparer.Ordinal), Cmdlet().Matches(overview).Select(cmdlet => cmdlet.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_chapter_on_Pester_shows_a_file_that_is_run() =>
        Assert.Contains($"```powershell\n{File.ReadAllText(Path.Combine(Repository, "tests", "Pester", "Runbook.Tests.ps1")).TrimEnd()}\n```\n", Local, StringComparison.Ordinal);

    [Fact]
    public async Task The_script_for_CI_writes_a_report_and_fails_with_a_test()
    {
        var folder = Directory.CreateTempSubdirectory("ecstools-ci-");
        try
        {
            folder.CreateSubdirectory("tests");
            File.WriteAllText(Path.Combine(folder.FullName, "tests", "Any.Tests.ps1"), "Describe 'any' { It 'passes' { }; It 'fails' { 1 | Should -Be 2 } }");
            var script = Code().Matches(Local).Select(code => code.Groups[1].Value).Single(code => code.Contains("New-PesterConfiguration", StringComparison.Ordinal));
            var pester = $"{EcsPrompt.Metadata("Pester")}{PesterRun.Versions[^1]}/tools/Pester.psd1";
            var result = await Pwsh.RunAsync("-Command", $"Set-Location '{folder.FullName}'; Import-Module '{pester}'\n{script}");
            Assert.Equal(1, result.ExitCode);
            var report = XDocument.Load(Path.Combine(folder.FullName, "testResults.xml")).Root!;
            Assert.Equal(("2", "1"), (report.Attribute("total")!.Value, report.Attribute("failures")!.Value));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"(?<=`)[A-Z][a-z]+-Ecs\w+(?=`)")]
    private static partial Regex Cmdlet();

    [GeneratedRegex(@"```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
