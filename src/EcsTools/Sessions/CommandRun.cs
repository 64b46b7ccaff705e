using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using EcsTools.Calls;
using EcsTools.Logs;
using EcsTools.Model;
using EcsTools.Model.Sessions;

namespace EcsTools.Sessions;

/// <summary>Runs one command in a container over a session, to its end.</summary>
/// <param name="command">The command, as the user gave it.</param>
/// <param name="input">The text for its standard input; null for none.</param>
/// <param name="stream">Takes lines when they come; null to wait for the whole output.</param>
/// <param name="calls">How ECS and Systems Manager are asked.</param>
internal sealed class CommandRun(string command, byte[]? input, Func<IReadOnlyList<LogLine>, ValueTask>? stream, JobCalls calls)
{
    /// <summary>So wide a terminal breaks no line.</summary>
    private const int Columns = 65535, Rows = 1000;

    /// <summary>The heading under which the agent says why it couldn't start the command.</summary>
    private const string AgentError = "ERROR";

    private readonly WaitClock clock = calls.Connection.WaitClock;
    private readonly long begin = calls.Connection.WaitClock.Timestamp;
    private readonly ArrayBufferWriter<byte> bytes = new();
    private int searched;

    /// <summary>The command, as the user gave it.</summary>
    public string Command => command;

    /// <summary>Why the session ended before the command did; null if the command has ended.</summary>
    public string? CutOff { get; private set; }

    /// <summary>The command with which a session must be opened.</summary>
    public string Script => CommandScript.Wrap(command, input?.Length);

    /// <summary>Runs it with a shell, which returns the exit code.</summary>
    /// <returns>The result; null if the container has no shell, and nothing has run.</returns>
    public async Task<CommandResult?> Run(ExecuteCommandResponse opened, CancellationToken cancellation)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)).ToLowerInvariant();
        var output = new CommandOutput(key, Take);
        var ended = await Run(opened, output, key, cancellation);
        if (!output.HasBegun && LacksShell(ended + output.Preface)) return null;
        if (!output.HasBegun) throw NotRun(ended, output.Preface);
        return await Result(opened, output, output.ExitCode is null ? ended : null);
    }

    /// <summary>Runs it without a shell. No exit code comes.</summary>
    public async Task<CommandResult> RunPlain(ExecuteCommandResponse opened, CancellationToken cancellation)
    {
        var output = new CommandOutput(key: null, Take);
        var ended = await Run(opened, output, key: null, cancellation);
        if (ended.Contains(AgentError, StringComparison.Ordinal)) throw NotRun(ended, "");
        return await Result(opened, output, ended.Length > 0 ? ended : null);
    }

    private async Task<string> Run(ExecuteCommandResponse opened, CommandOutput output, string? key, CancellationToken cancellation)
    {
        // what follows never blocks, so the thread that receives does it
        var (hasBegun, hasEnded) = (new TaskCompletionSource(), new TaskCompletionSource());
        var session = await ContainerSession.OpenAsync(opened, calls, Receive, cancellation);
        try
        {
            await session.ResizeAsync(Columns, Rows, cancellation);
            if (key is not null) await session.SendAsync(Encoding.ASCII.GetBytes($"{key}\n"), cancellation);
            if (input is { Length: > 0 })
            {
                await Task.WhenAny(hasBegun.Task, session.Completion).WaitAsync(cancellation);
                if (output.HasBegun) await SendInput(session, input, cancellation);
            }

            await Task.WhenAny(hasEnded.Task, session.Completion).WaitAsync(cancellation);
            return hasEnded.Task.IsCompleted ? "" : await session.Completion;
        }
        catch (OperationCanceledException)
        {
            await session.EndAsync();
            throw;
        }
        finally
        {
            hasEnded.TrySetResult();
            _ = session.LeaveAsync();
        }

        async Task Receive(ReadOnlyMemory<byte> shown)
        {
            if (hasEnded.Task.IsCompleted) return;
            output.Add(shown.Span);
            await WriteLines(opened, isLast: false);
            if (output.HasBegun) hasBegun.TrySetResult();
            if (output.ExitCode is not null) hasEnded.TrySetResult();
        }
    }

    private static async Task SendInput(ContainerSession session, byte[] input, CancellationToken cancellation)
    {
        const int chunk = 1024;
        for (var at = 0; at < input.Length; at += chunk)
            await session.SendAsync(input.AsMemory(at, Math.Min(chunk, input.Length - at)), cancellation);
    }

    private async Task<CommandResult> Result(ExecuteCommandResponse opened, CommandOutput output, string? cut)
    {
        output.Complete();
        await WriteLines(opened, isLast: true);
        if (cut is not null) CutOff = Reason(cut, "", "the session was closed.");
        return new()
        {
            Task = opened.TaskArn!,
            Container = opened.ContainerName ?? "",
            Command = command,
            ExitCode = output.ExitCode,
            Bytes = bytes.WrittenSpan.ToArray(),
            Duration = clock.Since(begin),
        };
    }

    private void Take(ReadOnlySpan<byte> some) => bytes.Write(some);

    /// <summary>
    /// Writes the lines that are complete, and lets go of them. Only new bytes are searched for an end, because a line can be long.
    /// </summary>
    private async ValueTask WriteLines(ExecuteCommandResponse opened, bool isLast)
    {
        if (stream is null) return;
        var text = bytes.WrittenMemory;
        var feed = text.Span[searched..].LastIndexOf((byte)'\n');
        var end = isLast ? text.Length : feed < 0 ? 0 : searched + feed + 1;
        searched = text.Length - end;
        if (end == 0) return;
        var shown = Encoding.UTF8.GetString(text.Span[..end]);
        var rest = text[end..].ToArray();
        bytes.ResetWrittenCount();
        bytes.Write(rest);
        var lines = (shown.EndsWith('\n') ? shown[..^1] : shown).Split('\n');
        await stream([.. lines.Select(one =>
            new LogLine
            {
                Timestamp = clock.Now.LocalDateTime,
                Task = opened.TaskArn!,
                Container = opened.ContainerName ?? "",
                Message = one,
            })]);
    }

    private static bool LacksShell(string text) =>
        text.Contains("no such file or directory", StringComparison.OrdinalIgnoreCase)
            || text.Contains("executable file not found", StringComparison.OrdinalIgnoreCase);

    private static EcsException NotRun(string ended, string shown) =>
        new("SessionFailed", $"The command wasn't run: {Reason(ended, shown, "the session ended before it began.")}");

    private static string Reason(string ended, string shown, string otherwise)
    {
        var lines = $"{ended}\n{shown}".Split('\n')
            .Select(one => one.Trim('-', ' ', '\r'))
            .Where(one => one.Length > 0 && one != AgentError)
            .ToList();
        return lines.Count == 0 ? otherwise : $"{string.Join(" ", lines).TrimEnd('.')}.";
    }
}
