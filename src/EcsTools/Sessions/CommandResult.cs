using System.Text;

namespace EcsTools.Sessions;

/// <summary>The output and exit code of a command in a container.</summary>
public sealed class CommandResult
{
    private string[]? output;

    /// <summary>The ARN of the task.</summary>
    public string Task { get; init; } = "";

    /// <summary>The name of the container.</summary>
    public string Container { get; init; } = "";

    /// <summary>The command.</summary>
    public string Command { get; init; } = "";

    /// <summary>The exit code; null if the container has no shell that could report it, or the command was ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The output of the command, with standard error, by lines.</summary>
    public string[] Output
    {
        get => output ??= Lines(Encoding.UTF8.GetString(Bytes));
        init => output = value;
    }

    /// <summary>How long it took, the session included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The output of the command, byte for byte.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>The output, or how the command ended if there is none.</summary>
    public override string ToString() => Bytes.Length == 0 ? $"exit code {ExitCode}" : string.Join('\n', Output);

    /// <summary>The last lines for an error, out of the last bytes only: the output can be long.</summary>
    internal IEnumerable<string> LastLines(int count)
    {
        const int longest = 4096;
        return Lines(Encoding.UTF8.GetString(Bytes.AsSpan(Math.Max(0, Bytes.Length - longest)))).TakeLast(count);
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
}
