using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Writes services as the JSON that a person would have written to create them, for Set-EcsService, New-EcsService or the AWS CLI. ARNs, counts and what ECS fills in are left out.</summary>
[Cmdlet(VerbsData.Export, "EcsService", SupportsShouldProcess = true), OutputType(typeof(string))]
[Calls(nameof(Operations.DescribeServices), nameof(Operations.DescribeServiceRevisions), nameof(Operations.ListServices))]
public sealed class ExportEcsServiceCommand : EcsGetCommand<string>
{
    private readonly ExportFile export;

    /// <summary>Prepares to write.</summary>
    public ExportEcsServiceCommand() => export = new(this);

    /// <summary>Names, ARNs or wildcards. Left out: all services of the cluster.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = "Names, ARNs or wildcards. Left out: all services of the cluster.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter)), SupportsWildcards]
    public string[]? Service { get; set; }

    /// <summary>The cluster, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The cluster, by name or ARN. Left out: the one that an ARN names, else the session's, else the one named default.")]
    [Alias("ClusterArn", "ClusterName"), Identity("Cluster", IsSingle = true), ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    /// <summary>The file to write, or a folder, where each service gets a file.</summary>
    [Parameter(Position = 1, HelpMessage = "The file to write, or a folder that exists, where each service gets a file. Without it, the JSON comes out as text.")]
    public string? Path { get; set; }

    /// <summary>Does not overwrite a file.</summary>
    [Parameter(HelpMessage = "Does not overwrite a file. A file that exists is an error then.")]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    private protected override int BatchSize => Sizes.Services;

    private protected override string DescribeOperation => nameof(Operations.DescribeServices);

    private protected override IReadOnlyList<string>? Names => Service;

    private protected override string? GivenCluster => Cluster;

    private protected override Lister NewLister()
    {
        var request = new ListServicesRequest { Cluster = ClusterFor(Cluster) };
        return output => ListAsync(Operations.ListServices, request, output);
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var calls = new Calls(this, output) { Until = cancellation };
        var described = await ServiceReader.Describe(batch.Cluster, batch.Ids, calls);
        var settings = (await ServiceReader.Settings(described.Services ?? [], calls)).Select(ServiceDefaults.Bare);
        if (Path is null) return new([.. settings.Select(JsonText.Indented)], described.Failures ?? []);
        foreach (var one in settings) await output.OnPipeline(_ => export.Write(Path, JsonText.Indented(one), one.ServiceName!, one.ServiceName, NoClobber));
        return new([], described.Failures ?? []);
    };
}
