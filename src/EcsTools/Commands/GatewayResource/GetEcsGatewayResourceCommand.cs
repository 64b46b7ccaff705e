using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Lists the load balancers, listeners and security groups that ECS runs for gateways.</summary>
[Cmdlet(VerbsCommon.Get, "EcsGatewayResource"), OutputType(typeof(GatewayResources))]
[Operation(nameof(Operations.DescribeGatewayResources), Targets = "gateway")]
public sealed partial class GetEcsGatewayResourceCommand : EcsCommand
{
    /// <summary>The largest page that this operation gives.</summary>
    /// <summary>Gathers the pages of each gateway into one object.</summary>
    private protected override void Process()
    {
        foreach (var gateway in Gateway ?? []) Start(output => Describe(gateway, output));
    }

    private async Task Describe(string gateway, JobOutput output)
    {
        var request = new DescribeGatewayResourcesRequest { MaxResults = Sizes.ResourcesPage };
        Fill(request, gateway);
        var all = new List<ElbGatewayResources>();
        try
        {
            DescribeGatewayResourcesResponse response;
            do
            {
                response = await SendAsync(Operations.DescribeGatewayResources, request, output);
                all.AddRange(response.GatewayResources?.Resources?.HostSharedAlb ?? []);
                request.NextToken = response.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));

            await output.Object(new GatewayResources { GatewayArn = response.GatewayResources?.GatewayArn, Resources = new() { HostSharedAlb = all } });
        }
        catch (EcsException e)
        {
            await output.Error(e, gateway);
        }
    }
}
