using System.Runtime.CompilerServices;
using EcsTools.Tests.Shell;

namespace EcsTools.Tests.Cmdlets.Meaning;

/// <summary>Every kind of object piped into every cmdlet, in every form, once for all tests that look at it. The shell is its own, so that other tests need not wait for it.</summary>
public sealed class MeaningRun : IDisposable
{
    private readonly PwshSession pwsh = new();
    private readonly RecordingEcs ecs = new();
    private readonly Lazy<Task<List<Meant>>> all;

    public MeaningRun() => all = new(RunAsync);

    /// <summary>The results.</summary>
    internal Task<List<Meant>> All => all.Value;

    /// <summary>Types that cmdlets return and that have no kind.</summary>
    internal IReadOnlyList<string> Untried { get; private set; } = [];

    /// <summary>A file in the folder of this one.</summary>
    internal static string Beside(string name, [CallerFilePath] string path = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, name));

    public void Dispose()
    {
        pwsh.Dispose();
        ecs.Dispose();
    }

    private async Task<List<Meant>> RunAsync()
    {
        var shown = await pwsh.RunAsync($$"""
            Import-Module EcsTools
            $url = '{{ecs.Url}}'
            $ErrorActionPreference = 'Stop'
            $ConfirmPreference = 'None'
            $env:AWS_ENDPOINT_URL = $url
            Set-EcsContext -Region us-east-1 -AccessKey 123456789012 -SecretKey x
            {{Beside("World.ps1")}}
            {{Beside("Pipe.ps1")}}
            New-World
            Set-EcsContext -Cluster one
            $samples = Get-Samples
            Get-Labels | ForEach-Object { "`u{2}$_" }
            Get-Untried $samples | ForEach-Object { "`u{4}$_" }
            $null = Invoke-WebRequest "${url}keep"
            $ErrorActionPreference = 'Continue'
            Invoke-Pairs $samples
            """);

        var lines = shown.Split('\n');
        Untried = [.. lines.Where(line => line.StartsWith('\u0004')).Select(line => line[1..])];
        var labels = lines.Where(line => line.StartsWith('\u0002')).Select(line => line[1..].Split('\t')).ToDictionary(pair => pair[0], pair => pair[1]);
        var found = lines.Where(line => line.StartsWith('\u0001')).Select(new MeantReader(ecs, labels).Read).ToList();
        if (Environment.GetEnvironmentVariable("MEANING_LOG") is { } log) File.WriteAllLines(log, found.Select(one => $"{one}"));
        return found.Count > 0 ? found : throw new InvalidOperationException(shown);
    }
}
