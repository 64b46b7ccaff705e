using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets service revisions, which record exactly what was deployed.</summary>
[Cmdlet(VerbsCommon.Get, "EcsServiceRevision", SupportsPaging = true), OutputType(typeof(Model.ServiceRevision))]
[Operation(nameof(Operations.ListServiceDeployments), Omit = ["status", "createdAt"])]
[Operation(nameof(Operations.DescribeServiceRevisions), Omit = ["serviceRevisionArns"])]
public sealed partial class GetEcsServiceRevisionCommand : EcsGetCommand<Model.ServiceRevision>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs, or objects that refer to revisions: a service (the revisions that it runs) or a service deployment (its target and sources). With -Service, also wildcards for IDs.")]
    [Alias("ServiceRevisionArn", "Arn", "Id")]
    [Identity("ServiceRevision")]
    [ArgumentCompleter(typeof(ServiceRevisionCompleter))]
    [SupportsWildcards]
    public string[]? ServiceRevision { get; set; }

    [Parameter(HelpMessage = "The service whose revisions are listed, newest first. The revisions are those of its service deployments.")]
    [Alias("ServiceArn", "ServiceName"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeServiceRevisions);

    private protected override IReadOnlyList<string>? Names => ServiceRevision;

    private protected override string? GivenCluster => Cluster;

    private protected override string? ListedBy => nameof(Service);

    private protected override Lister NewLister()
    {
        var request = new ListServiceDeploymentsRequest { Service = Service };
        Fill(request, Service);
        return output => List(request, output);
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        List<Model.ServiceRevision> found = [];
        List<Failure> failures = [];
        foreach (var ofService in batch.Ids.GroupBy(arn => arn[..(arn.LastIndexOf('/') + 1)])) // ECS takes those of one service only
        {
            var response = await SendAsync(
                Operations.DescribeServiceRevisions, new() { ServiceRevisionArns = [.. ofService] }, output, cancellation);
            found.AddRange(response.ServiceRevisions ?? []);
            failures.AddRange(response.Failures ?? []);
        }

        return Described<Model.ServiceRevision>.Of(found, failures);
    };

    private async IAsyncEnumerable<string> List(ListServiceDeploymentsRequest request, JobOutput output)
    {
        var seen = new HashSet<string>();
        await foreach (var deployment in ListAsync(
            Operations.ListServiceDeployments, request, output).OrErrorAbout(request.Service, output))
        {
            if (deployment.TargetServiceRevisionArn is { } revision && seen.Add(revision)) yield return revision;
        }
    }
}
