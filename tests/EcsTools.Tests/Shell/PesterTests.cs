using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Shell;

/// <summary>The files of tests/Pester under each release of Pester: each of their tests is a test here.</summary>
public sealed class PesterTests
{
    public static TheoryData<string> Versions => [.. PesterRun.Versions];

    public static async Task<TheoryData<string, string, string>> Tests()
    {
        var tests = new TheoryData<string, string, string>();
        foreach (var run in await PesterRun.All)
        {
            foreach (var test in run.Tests) tests.Add(run.Version, test.File, test.Name);
        }

        return tests;
    }

    // The tests are known after Pester has run them, which happens once, in parallel with the other tests.
    [Theory, MemberData(nameof(Tests), DisableDiscoveryEnumeration = true)]
    public async Task Passes(string pester, string file, string test)
    {
        var run = (await PesterRun.All).Single(run => run.Version == pester);
        var result = run.Tests.Single(result => result.File == file && result.Name == test);
        Assert.SkipWhen(result.Result == "Skipped", result.Message);
        if (result.Result != "Passed") throw new PesterException(result);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Every_file_is_run_whole_in_PowerShell_itself(string pester)
    {
        var run = Assert.Single(await PesterRun.All, run => run.Version == pester);
        Assert.Equal(EcsPrompt.Metadata("PowerShellVersion"), run.Shell);
        Assert.All(run.Failed, failed => throw new PesterException(failed), throwIfEmpty: false);
        var files = Directory.GetFiles(PesterRun.Folder, "*.Tests.ps1").Select(file => Path.GetFileName(file));
        Assert.Equal(files.Order(StringComparer.Ordinal), run.Tests.Select(test => test.File).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_release_of_Pester_runs_the_same_tests()
    {
        var runs = (await PesterRun.All).Select(run => run.Tests.Select(test => (test.File, test.Name)).Order().ToList()).ToList();
        Assert.All(runs, tests => Assert.Equal(runs[0], tests));
    }
}
