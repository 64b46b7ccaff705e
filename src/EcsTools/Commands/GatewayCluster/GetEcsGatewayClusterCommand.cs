using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the associations of gateways with clusters.</summary>
[Cmdlet(VerbsCommon.Get, "EcsGatewayCluster"), OutputType(typeof(GatewayClusterAssociationSummary))]
[Alias("Get-ECSGatewayClusterAssociationList")]
[Operation(nameof(Operations.ListGatewayClusterAssociations), Omit = ["gateway"],
    WithoutCluster = "associations of all clusters. The cluster of the session isn't used")]
public sealed partial class GetEcsGatewayClusterCommand : EcsReadCommand
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names or ARNs of gateways. Default: the associations of all gateways.")]
    [Alias("GatewayArn", "Name"), Identity("Gateway"), ArgumentCompleter(typeof(GatewayCompleter))]
    public string[]? Gateway { get; set; }

    /// <summary>Lists the associations of each gateway, or of all.</summary>
    private protected override void Process()
    {
        foreach (var gateway in Gateway is { Length: > 0 } ? Gateway : (string?[])[null])
        {
            var request = new ListGatewayClusterAssociationsRequest { Gateway = gateway };
            Fill(request, null);
            Start(async output =>
            {
                await foreach (var association in ListAsync(Operations.ListGatewayClusterAssociations, request, output))
                    await output.Object(association);
            });
        }
    }
}
