using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the container instances of a cluster.</summary>
[Cmdlet(VerbsCommon.Get, "EcsContainerInstance", SupportsPaging = true), OutputType(typeof(Model.ContainerInstance))]
[Alias("Get-ECSContainerInstanceList")]
[Operation(nameof(Operations.ListContainerInstances))]
[Operation(nameof(Operations.DescribeContainerInstances), Omit = ["containerInstances"])]
public sealed partial class GetEcsContainerInstanceCommand : EcsGetCommand<Model.ContainerInstance>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs, ARNs, or wildcards. Default: all container instances of the cluster.")]
    [Alias("ContainerInstanceArn", "Id")]
    [Identity("ContainerInstance")]
    [ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    [SupportsWildcards]
    public string[]? ContainerInstance { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeContainerInstances);

    private protected override IReadOnlyList<string>? Names => ContainerInstance;

    private protected override string? GivenCluster => Cluster;

    /// <summary>ECS doesn't list by capacity provider; a zone that was measured is looked at afterwards too.</summary>
    internal override bool Narrow(PipedObject piped, Action<string, object?> set)
    {
        if (piped is { Kind.Name: "CapacityProvider" } && piped.Names("CapacityProvider") is string provider)
            Only = instance => instance.CapacityProviderName == EcsArn.IdOf(provider);
        else if (piped is { Kind.Name: "ClusterMeasure" } && piped.Text("Zone") is { } zone) Only = instance => instance.Zone == zone;
        return Only is not null;
    }

    private protected override Lister NewLister()
    {
        var request = new ListContainerInstancesRequest();
        Fill(request, null);
        return output => ListAsync(Operations.ListContainerInstances, request, output);
    }

    private protected override Describer NewDescriber()
    {
        var request = new DescribeContainerInstancesRequest();
        Fill(request, null);
        return async (batch, output, cancellation) =>
        {
            var response = await SendAsync(
                Operations.DescribeContainerInstances, new()
                {
                    Cluster = batch.Cluster,
                    ContainerInstances = batch.Ids,
                    Include = request.Include,
                }, output, cancellation);
            return Described<Model.ContainerInstance>.Of(response.ContainerInstances, response.Failures);
        };
    }
}
