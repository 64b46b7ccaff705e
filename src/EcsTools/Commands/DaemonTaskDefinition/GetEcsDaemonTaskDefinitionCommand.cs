using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets daemon task definitions, newest revision first.</summary>
[Cmdlet(VerbsCommon.Get, "EcsDaemonTaskDefinition", SupportsPaging = true), OutputType(typeof(Model.DaemonTaskDefinition))]
[Alias("Get-ECSDaemonTaskDefinitionList")]
[Operation(nameof(Operations.ListDaemonTaskDefinitions), Omit = ["sort"])]
[Operation(nameof(Operations.DescribeDaemonTaskDefinition), Omit = ["daemonTaskDefinition"])]
[Calls(nameof(Operations.DescribeDaemonRevisions))]
public sealed partial class GetEcsDaemonTaskDefinitionCommand : EcsGetCommand<Model.DaemonTaskDefinition>
{
    private IReadOnlyList<string>? revisions;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Families (the latest ACTIVE revision), family:revision, ARNs, or wildcards. Default: all revisions.")]
    [Alias("DaemonTaskDefinitionArn", "Definition")]
    [Identity("DaemonTaskDefinition")]
    [ArgumentCompleter(typeof(DaemonTaskDefinitionCompleter))]
    [SupportsWildcards]
    public string[]? DaemonTaskDefinition { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeDaemonTaskDefinition);

    private protected override IReadOnlyList<string>? Names => DaemonTaskDefinition;

    /// <summary>A daemon or a deployment of one names revisions of the daemon, and each of these its definition.</summary>
    internal override bool Narrow(PipedObject piped, Action<string, object?> set)
    {
        revisions = piped.Names("DaemonRevision") as IReadOnlyList<string>;
        return revisions is not null;
    }

    private protected override void Widen()
    {
        base.Widen();
        revisions = null;
    }

    /// <summary>ECS sorts by family, then revision; newest first is its descending order.</summary>
    private protected override Lister NewLister()
    {
        if (revisions is { } daemonRevisions) return output => DefinitionsOf(daemonRevisions, output);
        var request = new ListDaemonTaskDefinitionsRequest { Sort = SortOrder.Desc };
        Fill(request, null);
        return output => ListAsync(Operations.ListDaemonTaskDefinitions, request, output, summary => summary.Arn);
    }

    private async IAsyncEnumerable<string> DefinitionsOf(IReadOnlyList<string> daemonRevisions, JobOutput output)
    {
        var response = await SendAsync(Operations.DescribeDaemonRevisions, new() { DaemonRevisionArns = [.. daemonRevisions] }, output);
        foreach (var definition in (response.DaemonRevisions ?? [])
            .Select(revision => revision.DaemonTaskDefinitionArn)
            .OfType<string>()
            .Distinct())
            yield return definition;
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(
            Operations.DescribeDaemonTaskDefinition, new() { DaemonTaskDefinition = batch.Ids[0] }, output, cancellation);
        return Described<Model.DaemonTaskDefinition>.Of([response.DaemonTaskDefinition!]);
    };
}
