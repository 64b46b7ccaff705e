using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the load balancers, listeners, and security groups that ECS manages for gateways.</summary>
[Cmdlet(VerbsCommon.Get, "EcsGatewayResource"), OutputType(typeof(GatewayResources))]
[Operation(nameof(Operations.DescribeGatewayResources), Targets = "gateway")]
public sealed partial class GetEcsGatewayResourceCommand : EcsReadCommand
{
    /// <summary>Gathers the pages of each gateway into one object.</summary>
    private protected override void Process()
    {
        foreach (var gateway in Gateway ?? []) Start(output => Describe(gateway, output));
    }

    private async Task Describe(string gateway, JobOutput output)
    {
        var request = new DescribeGatewayResourcesRequest();
        Fill(request, gateway);
        try
        {
            var pages = await Operations.DescribeGatewayResources
                .Pages(request, (page, asked) => SendAsync(page, asked, output), Sizes.ResourcesPage, cancellation: Cancellation)
                .Gather(Cancellation);
            var all = pages.SelectMany(Operations.DescribeGatewayResources.Items).ToList();
            await output.Object(new GatewayResources
            {
                GatewayArn = pages[^1].GatewayResources?.GatewayArn,
                Resources = new() { HostSharedAlb = all },
            });
        }
        catch (EcsException e)
        {
            await output.Error(e, gateway);
        }
    }
}
