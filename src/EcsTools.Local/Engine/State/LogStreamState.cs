using System.Text.Json.Serialization;

namespace EcsTools.Local.Engine.State;

/// <summary>
/// The log of one container. It holds no lines, but who wrote which and when: lines are computed as they are read. So a container that
/// writes every second for a year takes no more room, and none of it is an event that the engine has to wake for.
/// </summary>
internal sealed class LogStreamState
{
    /// <summary>How many lines of a stream can be read: the latest.</summary>
    public const int MaxLines = 100_000;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A container that is started again writes again.</summary>
    public List<LogOutputState> Outputs { get; init; } = [];

    [JsonIgnore]
    public bool IsOpen => Outputs.Exists(output => output.Until is null);

    /// <summary>The number of lines until now, with those that can't be read any more.</summary>
    public long Count(DateTimeOffset now) => Outputs.Sum(output => output.Count(now));

    /// <summary>The number of the first line that can be read.</summary>
    public long First(DateTimeOffset now) => Math.Max(0, Count(now) - MaxLines);

    /// <summary>The line of a number. Numbers are in order of time.</summary>
    public LogLine this[long number]
    {
        get
        {
            var rest = number;
            foreach (var output in Outputs)
            {
                var count = output.Count(DateTimeOffset.MaxValue);
                if (rest < count) return output[rest];
                rest -= count;
            }

            throw new ArgumentOutOfRangeException(nameof(number));
        }
    }

    /// <summary>The number of the first line at a time or later.</summary>
    public long Find(DateTimeOffset time, DateTimeOffset now)
    {
        var (low, high) = (First(now), Count(now));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (this[middle].At < time) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>A line of a log.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Text">The line.</param>
internal readonly record struct LogLine(DateTimeOffset At, string Text);
