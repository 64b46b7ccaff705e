using System.Threading.Channels;
using EcsTools.Local.Sessions;

namespace EcsTools.Tests.Local;

/// <summary>The terminal of a simulated container.</summary>
public class SessionTerminalTests
{
    [Fact]
    public async Task A_line_is_shown_before_a_program_reads_it()
    {
        var typed = Channel.CreateUnbounded<byte[]>();
        var shown = new TaskCompletionSource();
        using var terminal = new SessionTerminal(typed.Reader, _ => shown.Task);
        typed.Writer.TryWrite("key\n"u8.ToArray());
        var running = terminal.RunAsync(TestContext.Current.CancellationToken);
        var line = terminal.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.False(line.IsCompleted);

        shown.SetResult();
        Assert.Equal("key", await line);
        typed.Writer.Complete();
        await running;
    }

    [Fact]
    public async Task Ctrl_C_ends_the_program_at_once_and_discards_what_was_typed_before()
    {
        var typed = Channel.CreateUnbounded<byte[]>();
        var shown = new TaskCompletionSource();
        using var terminal = new SessionTerminal(typed.Reader, _ => shown.Task);
        var program = terminal.Foreground();
        typed.Writer.TryWrite("one\n\u0003two\n"u8.ToArray());
        var running = terminal.RunAsync(TestContext.Current.CancellationToken);
        Assert.True(program.IsCancellationRequested);

        shown.SetResult();
        Assert.Equal("two", await terminal.ReadLineAsync(TestContext.Current.CancellationToken));
        typed.Writer.Complete();
        await running;
    }
}
