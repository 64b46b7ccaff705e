using System.Globalization;
using System.Text;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model.Logs;

namespace EcsTools.Local.Api.Logs;

/// <summary>
/// Returns the lines of several log streams that match a filter pattern, in order of time. A token names the last line of the page before.
/// </summary>
internal sealed class FilterLogEventsHandler() : Handler<FilterLogEventsRequest, FilterLogEventsResponse>(LogsOperations.FilterLogEvents)
{
    private const int MaxStreams = 100;

    protected override FilterLogEventsResponse Handle(Call call, FilterLogEventsRequest request)
    {
        var group = LogGroups.Find(call, request.LogGroupName, request.LogGroupIdentifier);
        var filter = LogFilter.Parse(request.FilterPattern);
        var limit = LogGroups.Limit(request.Limit, LogGroups.MaxEvents);
        var after = Place.Read(request.NextToken);
        var streams = Streams(group, request);
        var page = LogGroups.Fitting(Lines(after), one => one.Line.Text, limit).ToList();
        var isLast = page.Count == 0 || !Lines(page[^1]).Any();
        return new() { Events = page.ConvertAll(Event), SearchedLogStreams = [], NextToken = isLast ? null : page[^1].Token };

        IEnumerable<Place> Lines(Place? behind) => Merged(streams.Select(one => Matching(call, one, request, filter, behind)));
    }

    private static List<(string Name, LogStreamState State)> Streams(LogGroupState group, FilterLogEventsRequest request)
    {
        if (request is { LogStreamNames: not null, LogStreamNamePrefix: not null })
            throw EcsFault.InvalidParameter("Cannot filter by both log stream names and a log stream name prefix.");
        if (request.LogStreamNames is not { } names)
            return [.. group.Streams
                .Where(one => one.Key.StartsWith(request.LogStreamNamePrefix ?? "", StringComparison.Ordinal))
                .Select(one => (one.Key, one.Value))];
        if (names.Count > MaxStreams)
            throw EcsFault
                .InvalidParameter($"1 validation error detected: Value at 'logStreamNames' failed to satisfy constraint: Member must have length less than or equal to {MaxStreams}");
        return [.. names.Distinct().Order(StringComparer.Ordinal).Select(name => (name, LogGroups.Find(group, name)))];
    }

    private static IEnumerable<Place> Matching(
        Call call, (string Name, LogStreamState State) stream, FilterLogEventsRequest request, LogFilter filter, Place? after)
    {
        var (first, end) = LogGroups.Range(call, stream.State, request.StartTime, request.EndTime);
        if (after is not null) first = Math.Max(first, stream.State.Find(after.Line.At, call.Now));
        for (var number = first; number < end; number++)
        {
            var place = new Place(stream.Name, number, stream.State[number]);
            if (after?.CompareTo(place) >= 0 || !filter.Matches(place.Line.Text)) continue;
            yield return place;
        }
    }

    private static IEnumerable<Place> Merged(IEnumerable<IEnumerable<Place>> streams)
    {
        var queue = new PriorityQueue<IEnumerator<Place>, Place>();
        foreach (var stream in streams) Next(stream.GetEnumerator());
        while (queue.TryDequeue(out var stream, out var place))
        {
            yield return place;
            Next(stream);
        }

        void Next(IEnumerator<Place> stream)
        {
            if (stream.MoveNext()) queue.Enqueue(stream, stream.Current);
        }
    }

    private static FilteredLogEvent Event(Place place)
    {
        var at = place.Line.At.ToUnixTimeMilliseconds();
        return new() { LogStreamName = place.Stream, Timestamp = at, IngestionTime = at, Message = place.Line.Text, EventId = place.Id };
    }

    /// <summary>A line and where it stands. Lines are ordered by time, then by stream, then as they were written.</summary>
    private sealed record Place(string Stream, long Number, LogLine Line) : IComparable<Place>
    {
        public string Id =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Line.At.ToUnixTimeMilliseconds():D20}{(uint)string.GetHashCode(Stream, StringComparison.Ordinal):D18}{Number:D18}");

        public string Token =>
            Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{Line.At.Ticks}/{Number}/{Stream}")));

        public int CompareTo(Place? other) => other is null
            ? 1
            : (Line.At.CompareTo(other.Line.At), string.CompareOrdinal(Stream, other.Stream), Number.CompareTo(other.Number)) switch
            {
                (not 0 and var byTime, _, _) => byTime,
                (_, not 0 and var byStream, _) => byStream,
                var (_, _, byNumber) => byNumber,
            };

        public static Place? Read(string? token)
        {
            if (string.IsNullOrEmpty(token)) return null;
            var bytes = new byte[token.Length];
            if (!Convert.TryFromBase64String(token, bytes, out var length)
                || Encoding.UTF8.GetString(bytes, 0, length).Split('/', 3) is not [var ticks, var number, var stream])
                throw LogGroups.BadToken();
            return long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < DateTime.MaxValue.Ticks
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? new Place(stream, index, new LogLine(new DateTimeOffset(at, TimeSpan.Zero), ""))
                : throw LogGroups.BadToken();
        }
    }
}
