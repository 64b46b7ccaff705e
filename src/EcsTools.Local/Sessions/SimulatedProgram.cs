using System.Threading.Channels;
using EcsTools.Local.Behaviors;
using EcsTools.Model.Sessions;

namespace EcsTools.Local.Sessions;

/// <summary>A simulated command in a container: it has its configured behavior, or else that of a small built-in shell.</summary>
/// <param name="target">The container, and the command.</param>
/// <param name="behave">Finds the behavior of a command.</param>
/// <param name="wait">Lets time pass.</param>
internal sealed class SimulatedProgram(
    SessionTarget target, Func<string, CommandBehavior?> behave, Func<TimeSpan, CancellationToken, Task> wait) : IContainerProgram
{
    private const int Interrupted = 130;

    private static readonly string[] Shells = ["/bin/sh", "sh", "/bin/bash", "bash", "/bin/ash", "ash"];

    public async Task<string> RunAsync(ChannelReader<byte[]> input, Func<ReadOnlyMemory<byte>, Task> output, CancellationToken cancellation)
    {
        var words = CommandWords.Split(target.Command);
        var program = words.Count == 0 ? "" : words[0];
        if (target.HasNoShell && Shells.Contains(program))
            return $"----------ERROR-------\nUnable to start command: Failed to start pty: fork/exec {program}: no such file or directory";
        using var terminal = new SessionTerminal(input, output);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var typing = terminal.RunAsync(ended.Token);
        await Run(words, terminal, cancellation);
        await ended.CancelAsync();
        await Task.WhenAny(typing);
        return "";
    }

    private async Task Run(IReadOnlyList<string> words, SessionTerminal terminal, CancellationToken cancellation)
    {
        if (CommandScript.Unwrap(words) is var (command, length)) await RunScript(command, length, terminal, cancellation);
        else if (words is [var shell, "-c", var text, ..] && Shells.Contains(shell))
            await Execute(text, new SmallShell(target), terminal, cancellation);
        else if (words is [var alone] && Shells.Contains(alone)) await Prompt(terminal, cancellation);
        else await Execute(string.Join(' ', words), new SmallShell(target), terminal, cancellation);
    }

    /// <summary>The part of a shell for <see cref="CommandScript"/>.</summary>
    private async Task RunScript(string command, int? length, SessionTerminal terminal, CancellationToken cancellation)
    {
        var key = await terminal.ReadLineAsync(cancellation);
        if (length is not null) terminal.IsRaw = true;
        await terminal.WriteAsync($"B{key}\n");
        if (length is > 0 and var count) await terminal.SkipAsync(count, cancellation);
        var code = await Execute(command, new SmallShell(target), terminal, cancellation);
        await terminal.WriteAsync($"E{key}:{code}\n");
    }

    private async Task Prompt(SessionTerminal terminal, CancellationToken cancellation)
    {
        var shell = new SmallShell(target);
        while (!shell.HasExited)
        {
            await terminal.WriteAsync("# ");
            if (await terminal.ReadLineAsync(cancellation) is not { } line) break;
            await Execute(line, shell, terminal, cancellation);
        }
    }

    private async Task<int> Execute(string command, SmallShell shell, SessionTerminal terminal, CancellationToken cancellation)
    {
        if (behave(command) is not { } behavior)
        {
            await terminal.WriteAsync(shell.Run(command));
            return shell.Status;
        }

        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellation, terminal.Foreground());
        if (behavior.Output is { Count: > 0 } lines) await terminal.WriteAsync(string.Join('\n', lines) + "\n");
        try
        {
            if (behavior.Time is { } time) await wait(time, running.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return shell.Status = Interrupted;
        }

        return shell.Status = behavior.ExitCode ?? 0;
    }
}
