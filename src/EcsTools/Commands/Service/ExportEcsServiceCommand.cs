using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Writes services as JSON from which you can create them again.</summary>
[Cmdlet(VerbsData.Export, "EcsService", SupportsShouldProcess = true), OutputType(typeof(string))]
public sealed class ExportEcsServiceCommand : EcsServiceReportCommand<string>
{
    private readonly ExportFile export;

    /// <summary>Prepares to write.</summary>
    public ExportEcsServiceCommand() => export = new(this);

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names, ARNs, or wildcards. Default: all services of the cluster.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter)), SupportsWildcards]
    public string[]? Service { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the cluster. Default: the cluster in the ARN, the cluster of the session, or the cluster named default.")]
    [Alias("ClusterArn", "ClusterName"), Identity("Cluster", IsSingle = true), ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    [Parameter(Position = 1,
        HelpMessage = "The file to write, or an existing folder, in which each service gets a file. Default: the JSON is returned as a string.")]
    public string? Path { get; set; }

    [Parameter(HelpMessage = "Doesn't replace an existing file: the cmdlet writes an error.")]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    private protected override IReadOnlyList<string>? Names => Service;

    private protected override string? GivenCluster => Cluster;

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var calls = output.Calls with { Until = cancellation };
        var described = await ServiceReader.Describe(batch.Cluster, batch.Ids, calls);
        var settings = (await ServiceReader.Settings(described.Services ?? [], calls)).Select(ServiceDefaults.Bare);
        if (Path is null) return new([.. settings.Select(JsonText.Indented)], described.Failures ?? []);
        foreach (var one in settings)
            await output.OnPipeline(_ => export.Write(Path, JsonText.Indented(one), one.ServiceName!, one.ServiceName, NoClobber));
        return new([], described.Failures ?? []);
    };
}
