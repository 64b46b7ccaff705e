using System.Globalization;
using EcsTools.Local.Engine.State;
using EcsTools.Model.Logs;

namespace EcsTools.Local.Api.Logs;

/// <summary>
/// Returns lines of one log stream. A token contains the number of the next line; the end is reached if the token is unchanged.
/// </summary>
internal sealed class GetLogEventsHandler() : Handler<GetLogEventsRequest, GetLogEventsResponse>(LogsOperations.GetLogEvents)
{
    protected override GetLogEventsResponse Handle(Call call, GetLogEventsRequest request)
    {
        var stream = LogGroups.Find(LogGroups.Find(call, request.LogGroupName, request.LogGroupIdentifier), request.LogStreamName);
        var limit = LogGroups.Limit(request.Limit, LogGroups.MaxEvents);
        var (first, end) = LogGroups.Range(call, stream, request.StartTime, request.EndTime);
        var (start, isForward) = Read(request.NextToken) ?? (request.StartFromHead == true ? first : end, request.StartFromHead == true);
        start = Math.Clamp(start, first, Math.Max(first, end));
        var numbers = isForward ? Forward(start, end) : Backward(start, first);
        var lines = LogGroups.Fitting(
            numbers.Select(number => (Number: number, Line: stream[number])), one => one.Line.Text, limit).ToList();
        if (!isForward) lines.Reverse();
        return new()
        {
            Events = lines.ConvertAll(one => Event(one.Line)),
            NextForwardToken = Token('f', lines.Count == 0 ? start : lines[^1].Number + 1),
            NextBackwardToken = Token('b', lines.Count == 0 ? start : lines[0].Number),
        };
    }

    private static IEnumerable<long> Forward(long start, long end)
    {
        for (var number = start; number < end; number++) yield return number;
    }

    private static IEnumerable<long> Backward(long start, long first)
    {
        for (var number = start - 1; number >= first; number--) yield return number;
    }

    private static OutputLogEvent Event(LogLine line)
    {
        var at = line.At.ToUnixTimeMilliseconds();
        return new() { Timestamp = at, IngestionTime = at, Message = line.Text };
    }

    private static string Token(char direction, long number) => string.Create(CultureInfo.InvariantCulture, $"{direction}/{number:D56}/s");

    private static (long Number, bool IsForward)? Read(string? token) => token?.Split('/') switch
    {
        null or [""] => null,
        ["f" or "b", var digits, "s"] when long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            (number, token[0] == 'f'),
        _ => throw LogGroups.BadToken(),
    };
}
