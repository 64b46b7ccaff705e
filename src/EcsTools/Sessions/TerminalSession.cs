using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Sessions;

/// <summary>Connects this terminal with a session in both directions, and sends it the size of the window.</summary>
/// <param name="calls">How Systems Manager is asked.</param>
internal sealed class TerminalSession(JobCalls calls)
{
    private const byte EndOfInput = 4;
    private static readonly TimeSpan SizeInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs until the session ends.</summary>
    /// <returns>The reason for its end, from the agent; empty if its command has ended.</returns>
    public async Task<string> RunAsync(ExecuteCommandResponse opened, CancellationToken cancellation)
    {
        using var terminal = new RawTerminal();
        await using var session = await ContainerSession.OpenAsync(opened, calls, shown => Show(terminal, shown), cancellation);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (sizing, typing) = (Resize(session, ended.Token), Task.Run(() => Type(terminal, session, ended.Token), CancellationToken.None));
        try
        {
            return await session.Completion.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await session.EndAsync();
            throw;
        }
        finally
        {
            await ended.CancelAsync();
            // redirected input may block
            await Task.WhenAny(Task.WhenAll(sizing, typing), Task.Delay(SizeInterval, CancellationToken.None));
        }
    }

    private static Task Show(RawTerminal terminal, ReadOnlyMemory<byte> shown)
    {
        terminal.Write(shown.Span);
        return Task.CompletedTask;
    }

    private static async Task Resize(ContainerSession session, CancellationToken cancellation)
    {
        var last = default((int, int));
        while (!cancellation.IsCancellationRequested)
        {
            if (RawTerminal.Size is var (columns, rows) && (columns, rows) != last)
            {
                last = (columns, rows);
                await session.ResizeAsync(columns, rows, cancellation);
            }

            await Task.WhenAny(Task.Delay(SizeInterval, cancellation));
        }
    }

    private static async Task Type(RawTerminal terminal, ContainerSession session, CancellationToken cancellation)
    {
        var buffer = new byte[1024];
        while (!cancellation.IsCancellationRequested)
        {
            var keys = terminal.Read(buffer);
            if (keys is not []) await session.SendAsync(keys ?? [EndOfInput], cancellation);
            if (keys is null) return;
        }
    }
}
