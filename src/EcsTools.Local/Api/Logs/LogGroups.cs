using System.Globalization;
using System.Text;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Logs;

/// <summary>Finds what requests to CloudWatch Logs name, and cuts answers to the size that it allows.</summary>
internal static class LogGroups
{
    /// <summary>How many lines an answer has at most.</summary>
    public const int MaxEvents = 10_000;

    private const int MaxBytes = 1 << 20, BytesPerEvent = 26;

    public static LogGroupState Find(Call call, string? name, string? identifier)
    {
        if ((name is null) == (identifier is null))
            throw EcsFault.InvalidParameter("Exactly one of logGroupName or logGroupIdentifier must be specified.");
        return call.Region.LogGroups.GetValueOrDefault(name ?? NameOf(identifier!)) ?? throw NotFound("log group");
    }

    public static LogStreamState Find(LogGroupState group, string? stream) =>
        stream is not null && group.Streams.TryGetValue(stream, out var found) ? found : throw NotFound("log stream");

    public static int Limit(int? limit, int usual)
    {
        if (limit is null) return usual;
        var bound = limit < 1 ? "greater than or equal to 1"
            : limit > usual ? string.Create(CultureInfo.InvariantCulture, $"less than or equal to {usual}")
            : null;
        return bound is null
            ? limit.Value
            : throw EcsFault
                .InvalidParameter($"1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value {bound}");
    }

    public static EcsFault BadToken() => EcsFault.InvalidParameter("The specified nextToken is invalid.");

    /// <summary>As many lines as fit into an answer.</summary>
    public static IEnumerable<T> Fitting<T>(IEnumerable<T> events, Func<T, string> text, int limit)
    {
        var (count, bytes) = (0, 0);
        foreach (var one in events)
        {
            bytes += Encoding.UTF8.GetByteCount(text(one)) + BytesPerEvent;
            if (count == limit || (count > 0 && bytes > MaxBytes)) yield break;
            count++;
            yield return one;
        }
    }

    /// <summary>The time in a request; CloudWatch Logs takes milliseconds since 1970.</summary>
    public static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } time
            ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(time, 0, LocalTime.Latest.ToUnixTimeMilliseconds()))
            : null;

    /// <summary>The lines of a stream between two times: the number of the first, and the number behind the last.</summary>
    public static (long First, long End) Range(Call call, LogStreamState stream, long? from, long? to) =>
        (Time(from) is { } start
            ? stream.Find(start, call.Now)
            : stream.First(call.Now), Time(to) is { } end ? stream.Find(end, call.Now) : stream.Count(call.Now));

    private static string NameOf(string identifier) =>
        identifier.Split(':') is ["arn", _, "logs", _, _, "log-group", var name, ..] ? name : identifier;

    private static EcsFault NotFound(string what) => new("ResourceNotFoundException", $"The specified {what} does not exist.");
}
