using System.Threading.Channels;
using EcsTools.Local.Sessions;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A command in a container that writes certain bytes.</summary>
internal sealed class WritingProgram(SessionTarget target, byte[] bytes, int code) : IContainerProgram
{
    public async Task<string> RunAsync(ChannelReader<byte[]> input, Func<ReadOnlyMemory<byte>, Task> output, CancellationToken cancellation)
    {
        Assert.StartsWith("/bin/sh -c ", target.Command, StringComparison.Ordinal);
        using var terminal = new SessionTerminal(input, output);
        _ = terminal.RunAsync(cancellation);
        var key = await terminal.ReadLineAsync(cancellation);
        await terminal.WriteAsync($"B{key}\n");
        for (var at = 0; at < bytes.Length; at += 100_000) await terminal.WriteAsync(bytes[at..Math.Min(bytes.Length, at + 100_000)]);
        await terminal.WriteAsync($"E{key}:{code}\n");
        return "";
    }
}
