using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Logs;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the logs of containers from CloudWatch Logs, merged by time.</summary>
[Cmdlet(VerbsCommon.Get, "EcsLog"), OutputType(typeof(LogLine), typeof(string))]
[Operation(nameof(Operations.ListTasks), Omit = ["desiredStatus", "launchType"])]
[Calls(nameof(Operations.DescribeServices))]
public sealed partial class GetEcsLogCommand : EcsReadCommand
{
    private readonly List<(string? Region, LogSelection Tasks)> selections = [];
    private Func<Model.Task, bool>? only;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of the tasks. Accepts wildcards. Default: all tasks of the cluster, also those that stopped within the last hour.")]
    [Alias("TaskArn", "Id"), Identity("Task"), ArgumentCompleter(typeof(TaskCompleter)), SupportsWildcards]
    public string[]? Task { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names of the containers. Accepts wildcards. Default: all containers.")]
    [Alias("ContainerName"), Identity("Container"), ArgumentCompleter(typeof(ContainerCompleter)), SupportsWildcards]
    public string[]? Container { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The revision that the tasks run: family:revision or ARN.")]
    [Alias("TaskDefinitionArn"), Identity("TaskDefinition", IsSingle = true), ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    public string? TaskDefinition { get; set; }

    [Parameter(HelpMessage = "The maximum number of lines, counted over all containers; the latest lines are returned. With -Follow, the number of lines to start with.")]
    [ValidateRange(0, int.MaxValue), Scalar(typeof(int))]
    public int? Tail { get; set; }

    [Parameter(HelpMessage = "Returns only lines since a date and time, or for a duration until now, for example 00:10:00. A number means seconds.")]
    [Since]
    public object? Since { get; set; }

    [Parameter(HelpMessage = "Returns only lines before a date and time, or older than a duration, for example 00:05:00. A number means seconds.")]
    [Since]
    public object? Until { get; set; }

    [Parameter(HelpMessage = "Returns only lines that match a filter pattern of CloudWatch Logs, for example ERROR or '?ERROR ?WARN'.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Filter { get; set; }

    [Parameter(HelpMessage = "Continues to return new lines until the tasks have stopped and their logs have ended, or until you press Ctrl+C. Tasks that start later are included.")]
    public SwitchParameter Follow { get; set; }

    [Parameter(HelpMessage = "Returns the log of the task that stopped last, of each service or family.")]
    public SwitchParameter Previous { get; set; }

    [Parameter(HelpMessage = "Returns the lines as strings, without time, task and container.")]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    internal override bool Narrow(PipedObject piped, Action<string, object?> set) => (only = TaskNarrowing.Of(piped, set)) is not null;

    private protected override void Widen() => only = null;

    /// <summary>Gathers the tasks.</summary>
    private protected override void Process()
    {
        if (Task is not { Length: > 0 } names)
        {
            selections.Add((AskedRegion, Selection(ClusterFor(Cluster), only)));
            return;
        }

        foreach (var cluster in names.Where(name => !IsElsewhere(name)).GroupBy(name => ClusterFor(Cluster, name)))
        {
            if (cluster.Where(NamePatterns.IsPattern).ToList() is { Count: > 0 } wild)
                selections.Add((AskedRegion, Selection(cluster.Key, task => new NamePatterns(wild).Match(task.Id))));
            if (cluster.Where(name => !NamePatterns.IsPattern(name)).Distinct().ToList() is { Count: > 0 } ids)
                selections.Add((AskedRegion, Selection(cluster.Key, null) with { Ids = ids }));
        }
    }

    /// <summary>Reads the logs of all.</summary>
    protected override void EndProcessing()
    {
        if (selections.Count > 0 && Window() is { } window)
        {
            foreach (var region in selections.GroupBy(one => one.Region))
                In(region.Key, () => Start(output => Write([.. region.Select(one => one.Tasks)], window, output)));
        }

        base.EndProcessing();
    }

    private LogSelection Selection(string? cluster, Func<Model.Task, bool>? isMeant)
    {
        var list = new ListTasksRequest();
        Fill(list, null);
        if (TaskDefinition is { } revision)
        {
            list.Family ??= EcsArn.IdOf(revision).Split(':')[0];
            if (EcsArn.IdOf(revision).Contains(':', StringComparison.Ordinal))
                isMeant = And(isMeant, task => EcsArn.IdOf(task.TaskDefinitionArn!) == EcsArn.IdOf(revision));
        }

        var containers = Container is { Length: > 0 } names ? new NamePatterns(names) : null;
        return new() { Cluster = cluster, List = list, Only = isMeant, Containers = containers is null ? null : containers.Match };
    }

    private static Func<Model.Task, bool> And(Func<Model.Task, bool>? one, Func<Model.Task, bool> other) =>
        task => one?.Invoke(task) != false && other(task);

    private LogWindow? Window()
    {
        if (Follow && Previous)
        {
            WriteError(Errors.Invalid(
                "InvalidArgument",
                "-Follow and -Previous can't be used together: a stopped task writes no more.",
                null,
                "Omit one of them."));
            return null;
        }

        return new(Moment(Since), Moment(Until), Tail, Filter);
    }

    private DateTimeOffset? Moment(object? given) => given switch
    {
        TimeSpan span => WaitClock.Now - span,
        DateTime time => time.ToLocalTime(),
        DateTimeOffset time => time,
        _ => null,
    };

    private async System.Threading.Tasks.Task Write(List<LogSelection> tasks, LogWindow window, JobOutput output)
    {
        var feed = new LogFeed(tasks, window, output.Calls, lines =>
            Raw ? output.Objects(lines.Select(line => line.Message)) : output.Objects(lines));
        await feed.Read(Previous);
        if (Follow) await feed.Follow();
    }
}
