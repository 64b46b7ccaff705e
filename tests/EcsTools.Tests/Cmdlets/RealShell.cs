using System.Diagnostics;
using System.Threading.Channels;
using EcsTools.Local.Sessions;
using EcsTools.Model.Sessions;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A real command at a real terminal of this machine, in the place of a container.</summary>
/// <param name="target">The target of the command.</param>
internal sealed class RealShell(SessionTarget target) : IContainerProgram
{
    private const string Script = "/usr/bin/script";

    public static bool IsThere => OperatingSystem.IsLinux() && File.Exists(Script);

    public async Task<string> RunAsync(ChannelReader<byte[]> input, Func<ReadOnlyMemory<byte>, Task> output, CancellationToken cancellation)
    {
        // As the agent does: words by quotes, no shell around them. script takes one line, so each word is quoted again.
        var line = string.Join(' ', CommandWords.Split(target.Command).Select(CommandScript.Quote));
        var start = new ProcessStartInfo(Script, ["-q", "-e", "-f", "-c", $"exec {line}", "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var typing = Type(process, input, ended.Token);
        var buffer = new byte[8192];
        while (await process.StandardOutput.BaseStream.ReadAsync(buffer, cancellation) is > 0 and var count) await output(buffer.AsMemory(0, count).ToArray());
        await ended.CancelAsync();
        await Task.WhenAny(typing);
        return "";
    }

    private static async Task Type(Process process, ChannelReader<byte[]> input, CancellationToken cancellation)
    {
        await foreach (var bytes in input.ReadAllAsync(cancellation))
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, cancellation);
            await process.StandardInput.BaseStream.FlushAsync(cancellation);
        }
    }
}
