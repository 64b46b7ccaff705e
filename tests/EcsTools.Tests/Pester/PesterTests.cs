using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Pester;

/// <summary>The files of tests/Pester, unchanged, for machines without Pester.</summary>
public sealed class PesterTests
{
    public static TheoryData<string, string> Tests
    {
        get
        {
            var tests = new TheoryData<string, string>();
            foreach (var path in Directory.GetFiles(Folder, "*.Tests.ps1").Order(StringComparer.Ordinal))
            {
                foreach (var test in new PesterFile(path).Tests()) tests.Add(Path.GetFileName(path), test);
            }

            return tests;
        }
    }

    private static string Folder { get; } = Path.Combine(EcsPrompt.Metadata("Repository"), "tests", "Pester");

    [Theory, MemberData(nameof(Tests))]
    public void Passes(string file, string test) => new PesterFile(Path.Combine(Folder, file)).Run(test);
}
