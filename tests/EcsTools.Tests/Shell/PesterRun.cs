using System.Text.Json;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Shell;

/// <summary>A run of tests/Pester with one release of Pester, in a PowerShell process of its own.</summary>
internal sealed record PesterRun(string Version, string Shell, IReadOnlyList<PesterResult> Tests, IReadOnlyList<PesterResult> Failed)
{
    private static readonly Lazy<Task<IReadOnlyList<PesterRun>>> Runs = new(RunAllAsync);

    public static IReadOnlyList<string> Versions { get; } = EcsPrompt.Metadata("PesterVersions").Split(';');

    public static string Folder { get; } = Path.Combine(EcsPrompt.Metadata("Repository"), "tests", "Pester");

    /// <summary>The run with each release. The tests share them.</summary>
    public static Task<IReadOnlyList<PesterRun>> All => Runs.Value;

    private static async Task<IReadOnlyList<PesterRun>> RunAllAsync()
    {
        var runs = new List<PesterRun>();
        foreach (var version in Versions) runs.Add(await RunAsync(version));
        return runs;
    }

    private static async Task<PesterRun> RunAsync(string version)
    {
        var result = Path.GetTempFileName();
        try
        {
            var script = Path.Combine(EcsPrompt.Metadata("Repository"), "tests", "EcsTools.Tests", "Shell", "Invoke-Pester.ps1");
            var ended = await Pwsh.RunAsync("-NonInteractive", "-File", script, $"{EcsPrompt.Metadata("Pester")}{version}/tools/Pester.psd1", Folder, result);
            if (ended.ExitCode != 0) throw new InvalidOperationException($"Pester {version} did not run:\n{ended.Output}{ended.Error}");
            await using var json = File.OpenRead(result);
            return (await JsonSerializer.DeserializeAsync<PesterRun>(json, cancellationToken: TestContext.Current.CancellationToken))!;
        }
        finally
        {
            File.Delete(result);
        }
    }
}

/// <summary>The result of a test, a block, or a file, with the reason and the line.</summary>
internal sealed record PesterResult(string File, string Name, string Result, string Message, string Trace);

/// <summary>A test that failed under Pester. The trace leads to the line in its file.</summary>
internal sealed class PesterException(PesterResult result) : Exception(result.Message)
{
    public override string StackTrace => result.Trace;
}
