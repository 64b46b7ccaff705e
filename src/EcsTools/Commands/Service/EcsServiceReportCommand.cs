using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>A cmdlet that reads services as Get-EcsService does, and returns something about them.</summary>
/// <typeparam name="TItem">The type of the output.</typeparam>
public abstract class EcsServiceReportCommand<TItem> : EcsGetCommand<TItem>
    where TItem : class
{
    private protected override string DescribeOperation => nameof(Operations.DescribeServices);

    private protected override Lister NewLister()
    {
        var request = new ListServicesRequest { Cluster = ClusterFor(GivenCluster) };
        return output => ListAsync(Operations.ListServices, request, output);
    }
}
