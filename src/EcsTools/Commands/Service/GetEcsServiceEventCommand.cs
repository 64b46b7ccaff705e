using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Gets the latest events of services, newest last.</summary>
[Cmdlet(VerbsCommon.Get, "EcsServiceEvent"), OutputType(typeof(ServiceEvent))]
[Operation(nameof(Operations.DescribeServices), Omit = ["services", "include"])]
public sealed partial class GetEcsServiceEventCommand : EcsReadCommand
{
    private readonly ClusterBatches gathered = new(10);
    private readonly List<Batch> batches = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names or ARNs of the services. Events of several services are merged in order of time.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Service { get; set; }

    [Parameter(HelpMessage = "Gets only the events since a date and time, or of a duration until now, for example 00:10:00. A number means seconds.")]
    [Since]
    public object? Since { get; set; }

    [Parameter(HelpMessage = "The maximum number of events; the newest events are returned. With -Follow, the number of events to start with.")]
    [ValidateRange(0, int.MaxValue), Scalar(typeof(int))]
    public int? Newest { get; set; }

    [Parameter(HelpMessage = "Continues to return new events until you press Ctrl+C or the services are deleted. Polls every 1 to 15 seconds, more often while events occur.")]
    public SwitchParameter Follow { get; set; }

    /// <summary>Gathers the services.</summary>
    private protected override void Process()
    {
        foreach (var name in Service ?? [])
        {
            if (!IsElsewhere(name) && gathered.Add(ClusterFor(Cluster, name), name, AskedRegion) is { } full) batches.Add(full);
        }
    }

    /// <summary>Writes the events of all services.</summary>
    protected override void EndProcessing()
    {
        batches.AddRange(gathered.Rest());
        foreach (var region in batches.GroupBy(batch => batch.Region))
            In(region.Key, () =>
                Start(output => new EventLog([.. region], output.Calls).Write(Moment(), Newest, Follow ? WaitClock : null, Cancellation)));
        base.EndProcessing();
    }

    private DateTime Moment() => Since switch
    {
        TimeSpan span => (WaitClock.Now - span).LocalDateTime,
        DateTime time => time.ToLocalTime(),
        DateTimeOffset time => time.LocalDateTime,
        _ => DateTime.MinValue,
    };
}
