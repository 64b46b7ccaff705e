using System.Collections.Concurrent;
using EcsTools.Model;
using EcsTools.Model.Logs;

namespace EcsTools.Show.Serving;

/// <summary>Reads the last lines that the containers of a task wrote to CloudWatch Logs.</summary>
/// <param name="connect">Creates a client of CloudWatch Logs for a region.</param>
internal sealed class TaskLog(Func<string, IEcsClient> connect) : IDisposable
{
    private const int LinesPerContainer = 100;

    private readonly ConcurrentDictionary<string, Lazy<IEcsClient>> clients = new();

    /// <summary>
    /// The lines in the order of their time, each with its time and container; a sentence where there are none; null without such a task.
    /// </summary>
    /// <exception cref="EcsException">ECS or CloudWatch Logs rejects a request.</exception>
    public async Task<string?> Of(IEcsCalls calls, string cluster, string id)
    {
        var tasks = await calls.Send(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = [id] });
        if (tasks.Tasks is not [var task, ..]) return null;
        var definition = await calls.Send(Operations.DescribeTaskDefinition, new() { TaskDefinition = task.TaskDefinitionArn });
        var logs = (from container in task.Containers ?? []
                    join defined in definition.TaskDefinition?.ContainerDefinitions ?? [] on container.Name equals defined.Name
                    let destination = LogDestination.Of(defined, task, container)
                    where destination is not null
                    select (container.Name, destination)).ToList();
        if (logs.Count == 0) return "The log of this task isn't in CloudWatch Logs.";
        var lines = (await Task.WhenAll(logs.Select(log => Lines(log.Name!, log.destination))))
            .SelectMany(lines => lines)
            .OrderBy(line => line.Time)
            .Select(line => line.Text)
            .ToList();
        return lines.Count == 0 ? "The containers have written nothing yet." : string.Join('\n', lines);
    }

    public void Dispose()
    {
        foreach (var client in clients.Values.Where(client => client.IsValueCreated)) client.Value.Dispose();
    }

    private async Task<IEnumerable<(DateTime Time, string Text)>> Lines(string container, LogDestination log)
    {
        try
        {
            var request = new GetLogEventsRequest
            {
                LogGroupName = log.Group,
                LogStreamName = log.Stream,
                Limit = LinesPerContainer,
                StartFromHead = false,
            };
            var client = clients.GetOrAdd(log.Region, region => new(() => connect(region))).Value;
            var page = await client.SendAsync(LogsOperations.GetLogEvents, request, null, CancellationToken.None);
            return (page.Events ?? []).Select(line => Line(container, line));
        }
        catch (EcsException e) when (e.ErrorCode == "ResourceNotFoundException")
        {
            return []; // the first line creates the stream
        }
    }

    private static (DateTime Time, string Text) Line(string container, OutputLogEvent line)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(line.Timestamp ?? 0).LocalDateTime;
        return (time, $"{time:yyyy-MM-dd HH:mm:ss} {container}  {line.Message}");
    }
}
