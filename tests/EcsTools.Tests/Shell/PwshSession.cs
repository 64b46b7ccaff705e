using System.Text;

[assembly: AssemblyFixture(typeof(EcsTools.Tests.Shell.PwshSession))]

namespace EcsTools.Tests.Shell;

/// <summary>
/// One PowerShell process for all tests that need the shell but no process of their own. It starts with the first of them, and runs one script at a time,
/// as if it was typed at the prompt: errors are in the output, as the shell shows them. Each script starts as in a new session: no local ECS, no context, no errors, plain text.
/// </summary>
public sealed class PwshSession : IDisposable
{
    private const string Done = "-- done --";

    // Console input, not $input: the pipeline's input would be read ahead.
    private const string Loop = $$"""
        while ($line = [Console]::In.ReadLine()) {
            $script = [scriptblock]::Create([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line)))
            try { & $script 2>&1 | Out-Default } catch { $_ | Out-Default }
            Stop-EcsLocal
            Set-EcsContext -Clear
            $PSStyle.OutputRendering = 'PlainText'
            $Error.Clear()
            [Console]::Out.WriteLine('{{Done}}')
        }
        """;

    private readonly SemaphoreSlim turn = new(1);
    private readonly Lazy<Pwsh> pwsh = new(() => new Pwsh("-NonInteractive", "-Command", Loop));

    /// <summary>The output of a script, without blank lines around it.</summary>
    public async Task<string> RunAsync(string script)
    {
        var lines = new List<string>();
        await foreach (var line in StreamAsync(script)) lines.Add(line.TrimEnd());
        return string.Join('\n', lines).Trim('\n');
    }

    /// <summary>The lines that a script shows, each as soon as it is there.</summary>
    public async IAsyncEnumerable<string> StreamAsync(string script)
    {
        await turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await pwsh.Value.Input.WriteLineAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(script)));
            await pwsh.Value.Input.FlushAsync(TestContext.Current.CancellationToken);
            while (await pwsh.Value.ReadLineAsync() is var line && line != Done) yield return line ?? throw new InvalidOperationException($"PowerShell ended during: {script}");
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        if (pwsh.IsValueCreated) pwsh.Value.Dispose();
        turn.Dispose();
    }
}
