using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model.Logs;

namespace EcsTools.Local.Api.Logs;

/// <summary>Lists the log streams of a log group, by name or by the time of their last line.</summary>
internal sealed class DescribeLogStreamsHandler()
    : Handler<DescribeLogStreamsRequest, DescribeLogStreamsResponse>(LogsOperations.DescribeLogStreams)
{
    private const int PageSize = 50;

    protected override DescribeLogStreamsResponse Handle(Call call, DescribeLogStreamsRequest request)
    {
        var name = request.LogGroupName ?? request.LogGroupIdentifier;
        var group = LogGroups.Find(call, request.LogGroupName, request.LogGroupIdentifier);
        var isByTime = request.OrderBy == OrderBy.LastEventTime;
        if (isByTime && request.LogStreamNamePrefix is not null)
            throw EcsFault.InvalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
        var streams = group.Streams
            .Where(one => one.Key.StartsWith(request.LogStreamNamePrefix ?? "", StringComparison.Ordinal))
            .Select(one => Describe(call, name!, one.Key, one.Value))
            .ToList();
        string Key(LogStream stream) => isByTime ? $"{stream.LastEventTimestamp:D20}/{stream.LogStreamName}" : stream.LogStreamName!;
        var sorted = request.Descending == true
            ? streams.OrderByDescending(Key, StringComparer.Ordinal)
            : streams.OrderBy(Key, StringComparer.Ordinal);
        var (page, next) = Paging.ByName(
            sorted,
            Key,
            stream => stream,
            request.NextToken,
            LogGroups.Limit(request.Limit, PageSize),
            isDescending: request.Descending == true);
        return new() { LogStreams = page, NextToken = next };
    }

    private static LogStream Describe(Call call, string group, string name, LogStreamState stream)
    {
        var (first, end) = (stream.First(call.Now), stream.Count(call.Now));
        var last = stream[end - 1].At.ToUnixTimeMilliseconds();
        return new()
        {
            LogStreamName = name,
            Arn = $"arn:{call.Region.Partition}:logs:{call.Region.Region}:{call.Region.Account}:log-group:{group}:log-stream:{name}",
            CreationTime = stream.CreatedAt.ToUnixTimeMilliseconds(),
            FirstEventTimestamp = stream[first].At.ToUnixTimeMilliseconds(),
            LastEventTimestamp = last,
            LastIngestionTime = last,
            StoredBytes = 0,
        };
    }
}
