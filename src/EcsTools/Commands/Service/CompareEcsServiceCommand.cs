using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Compares services with a file, a service revision, or another service.</summary>
[Cmdlet(VerbsData.Compare, "EcsService"), OutputType(typeof(ServiceDifference))]
[Calls(nameof(Operations.DescribeTaskDefinition), nameof(Operations.ListServices))]
public sealed class CompareEcsServiceCommand : EcsServiceReportCommand<ServiceDifference>
{
    private ServiceSource? other;

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names, ARNs, or wildcards of the services.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter)), SupportsWildcards]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Service { get; set; }

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "The service settings to compare with: a JSON or YAML file, JSON, a hashtable, a service revision, or another service, by name, by ARN, or as an object.")]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public object? With { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the cluster. Default: the cluster in the ARN, the cluster of the session, or the cluster named default.")]
    [Alias("ClusterArn", "ClusterName"), Identity("Cluster", IsSingle = true), ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    private protected override IReadOnlyList<string>? Names => Service;

    private protected override string? GivenCluster => Cluster;

    private protected override void Process()
    {
        if ((other ??= ServiceSource.Of(this, With!)) is not null) base.Process();
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var calls = output.Calls with { Until = cancellation };
        var described = await ServiceReader.Describe(batch.Cluster, batch.Ids, calls);
        var differences = new List<ServiceDifference>();
        foreach (var now in await ServiceReader.Settings(described.Services ?? [], calls))
            differences.AddRange(ServiceSettings.Differences(now, await other!.Wanted(now, batch.Cluster, calls)));
        return new(differences, described.Failures ?? []);
    };
}
