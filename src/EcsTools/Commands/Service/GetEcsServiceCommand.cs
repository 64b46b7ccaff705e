using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the services of a cluster.</summary>
[Cmdlet(VerbsCommon.Get, "EcsService", SupportsPaging = true), OutputType(typeof(Model.Service))]
[Alias("Get-ECSClusterService", "Get-ECSServicesByNamespace")]
[Operation(nameof(Operations.ListServices))]
[Operation(nameof(Operations.ListServicesByNamespace))]
[Operation(nameof(Operations.DescribeServices), Omit = ["services"])]
[Calls(nameof(Operations.ListServicesByNamespace))]
public sealed partial class GetEcsServiceCommand : EcsGetCommand<Model.Service>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names, ARNs, or wildcards. Default: all services of the cluster.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter)), SupportsWildcards]
    public string[]? Service { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeServices);

    private protected override IReadOnlyList<string>? Names => Service;

    private protected override string? GivenCluster => Cluster;

    /// <summary>The services of a task definition are those of which a deployment or a task set runs it.</summary>
    internal override bool Narrow(PipedObject piped, Action<string, object?> set)
    {
        if (piped is not { Kind.Name: "TaskDefinition" } || piped.Names("TaskDefinition") is not string revision) return false;
        Only = service => new[] { service.TaskDefinition }.Concat(
            (service.Deployments ?? [])
                .Select(deployment => deployment.TaskDefinition)).Concat((service.TaskSets ?? []).Select(taskSet => taskSet.TaskDefinition))
            .Any(one => one is not null && EcsArn.IdOf(one) == EcsArn.IdOf(revision));
        return true;
    }

    private protected override Lister NewLister()
    {
        if (IsGiven(nameof(Namespace)))
        {
            var inNamespace = new ListServicesByNamespaceRequest();
            Fill(inNamespace, null);
            var cluster = Cluster is null ? null : EcsArn.IdOf(Cluster);
            return output =>
                ListAsync(
                    Operations.ListServicesByNamespace, inNamespace, output).Where(arn => cluster is null || ClusterOf(arn) == cluster);
        }

        var request = new ListServicesRequest();
        Fill(request, null);
        return output => ListAsync(Operations.ListServices, request, output);
    }

    private protected override Describer NewDescriber()
    {
        var request = new DescribeServicesRequest();
        Fill(request, null);
        return async (batch, output, cancellation) =>
        {
            var response = await SendAsync(
                Operations.DescribeServices,
                new() { Cluster = batch.Cluster, Services = batch.Ids, Include = request.Include },
                output,
                cancellation);
            return Described<Model.Service>.Of(response.Services, response.Failures);
        };
    }

    /// <summary>
    /// A namespace has services of several clusters, and only one cluster's can be described in one call; nor can ECS filter them.
    /// </summary>
    private protected override Describer NewDescriberOfListed()
    {
        var describe = NewDescriber();
        if (!IsGiven(nameof(Namespace))) return describe;
        var launchType = IsGiven(nameof(LaunchType)) ? LaunchType : null;
        var strategy = IsGiven(nameof(SchedulingStrategy)) ? SchedulingStrategy : null;
        return async (batch, output, cancellation) =>
        {
            var clusters = batch.Ids.GroupBy(ClusterOf).Select(cluster => describe(new(cluster.Key, [.. cluster]), output, cancellation));
            var described = await Task.WhenAll(clusters);
            return new(
                [.. described
                    .SelectMany(each => each.Items)
                    .Where(service =>
                        (launchType ?? service.LaunchType) == service.LaunchType
                            && (strategy ?? service.SchedulingStrategy) == service.SchedulingStrategy)],
                [.. described.SelectMany(each => each.Failures)]);
        };
    }

    private static string? ClusterOf(string serviceArn) => EcsArn.TryParse(serviceArn, out var arn) ? arn.Cluster : null;
}
