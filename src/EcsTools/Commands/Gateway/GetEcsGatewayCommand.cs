using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets gateways.</summary>
[Cmdlet(VerbsCommon.Get, "EcsGateway", SupportsPaging = true), OutputType(typeof(Model.Gateway))]
[Alias("Get-ECSGatewayList")]
[Operation(nameof(Operations.ListGateways))]
[Operation(nameof(Operations.DescribeGateway), Omit = ["gateway"])]
public sealed partial class GetEcsGatewayCommand : EcsGetCommand<Model.Gateway>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names, ARNs, or wildcards. Default: all gateways.")]
    [Alias("GatewayArn", "Name"), Identity("Gateway"), ArgumentCompleter(typeof(GatewayCompleter)), SupportsWildcards]
    public string[]? Gateway { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeGateway);

    private protected override IReadOnlyList<string>? Names => Gateway;

    private protected override Lister NewLister()
    {
        var request = new ListGatewaysRequest();
        Fill(request, null);
        return output => ListAsync(Operations.ListGateways, request, output, summary => summary.GatewayArn);
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(Operations.DescribeGateway, new() { Gateway = batch.Ids[0] }, output, cancellation);
        return Described<Model.Gateway>.Of([response.Gateway!]);
    };
}
