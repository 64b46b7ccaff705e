using System.Collections.Concurrent;
using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets capacity providers, including those of Fargate.</summary>
[Cmdlet(VerbsCommon.Get, "EcsCapacityProvider", SupportsPaging = true), OutputType(typeof(Model.CapacityProvider))]
[Operation(nameof(Operations.DescribeCapacityProviders), Omit = ["capacityProviders"],
    WithoutCluster = "capacity providers of all clusters. The cluster of the session isn't used")]
public sealed partial class GetEcsCapacityProviderCommand : EcsGetCommand<Model.CapacityProvider>
{
    /// <summary>The descriptions that the list already contains: the same operation lists and describes capacity providers.</summary>
    private readonly ConcurrentDictionary<string, Model.CapacityProvider> listed = new();

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names, ARNs, or wildcards. Default: all capacity providers that aren't INACTIVE.")]
    [Alias("CapacityProviderArn", "CapacityProviderName", "CapacityProviders", "Name")]
    [Identity("CapacityProvider")]
    [ArgumentCompleter(typeof(CapacityProviderCompleter))]
    [SupportsWildcards]
    public string[]? CapacityProvider { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeCapacityProviders);

    private protected override IReadOnlyList<string>? Names => CapacityProvider;

    private protected override Lister NewLister()
    {
        var request = NewRequest();
        return output => List(request, output);
    }

    private protected override Describer NewDescriber()
    {
        var request = NewRequest();
        return async (batch, output, cancellation) =>
        {
            if (batch.Ids.TrueForAll(listed.ContainsKey))
                return Described<Model.CapacityProvider>.Of(batch.Ids.ConvertAll(name => listed[name]));
            var named = new DescribeCapacityProvidersRequest
            {
                CapacityProviders = batch.Ids,
                Cluster = request.Cluster,
                Include = request.Include,
            };
            var pages = await Operations.DescribeCapacityProviders
                .Pages(named, (page, asked) => SendAsync(page, asked, output, cancellation), cancellation: cancellation)
                .Gather(cancellation);
            return new([.. pages.SelectMany(page => page.CapacityProviders ?? [])], [.. pages.SelectMany(page => page.Failures ?? [])]);
        };
    }

    private DescribeCapacityProvidersRequest NewRequest()
    {
        var request = new DescribeCapacityProvidersRequest();
        Fill(request, null);
        return request;
    }

    private async IAsyncEnumerable<string> List(DescribeCapacityProvidersRequest request, JobOutput output)
    {
        await foreach (var provider in ListAsync(
            Operations.DescribeCapacityProviders, request, output, Operations.DescribeCapacityProviders.BatchSize))
        {
            listed[provider.Name!] = provider;
            yield return provider.Name!;
        }
    }
}
