using System.Diagnostics;
using System.Text;

namespace EcsTools.Tests.Shell;

/// <summary>PowerShell at a real terminal, which the script command of util-linux gives it.</summary>
internal sealed class Terminal : IDisposable
{
    private const string Script = "/usr/bin/script";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder shown = new();
    private readonly byte[] buffer = new byte[4096];
    private int read;

    public Terminal(string command)
    {
        var start = Pwsh.StartInfo(["exec", Cmdlets.EcsPrompt.Metadata("Pwsh"), "-NoLogo", "-NoProfile", "-Command", command]);
        var line = string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(word => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'"));
        (start.FileName, var arguments) = (Script, (string[])["-q", "-e", "-f", "-c", line, "/dev/null"]);
        start.ArgumentList.Clear();
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["TERM"] = "xterm";
        process = Process.Start(start)!;
    }

    public static bool IsThere => OperatingSystem.IsLinux() && File.Exists(Script);

    /// <summary>Types keys, as they are.</summary>
    public async Task TypeAsync(string keys)
    {
        await process.StandardInput.WriteAsync(keys);
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The output of the terminal from the last such text to the next one.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var all = shown.ToString();
            var at = all.IndexOf(text, read, StringComparison.Ordinal);
            if (at >= 0)
            {
                var found = all[read..at];
                read = at + text.Length;
                return found;
            }

            var count = await process.StandardOutput.BaseStream.ReadAsync(buffer, patience.Token);
            if (count == 0) throw new InvalidOperationException($"The terminal never showed '{text}': {all}");
            shown.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
