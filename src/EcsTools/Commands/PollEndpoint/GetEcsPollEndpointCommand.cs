using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the endpoints from which the agent of a container instance receives its work.</summary>
[Cmdlet(VerbsCommon.Get, "EcsPollEndpoint"), OutputType(typeof(DiscoverPollEndpointResponse))]
[Operation(nameof(Operations.DiscoverPollEndpoint), Target = "containerInstance")]
public sealed partial class GetEcsPollEndpointCommand : EcsReadCommand
{
    /// <summary>Asks.</summary>
    private protected override void Process()
    {
        var request = new DiscoverPollEndpointRequest();
        Fill(request, ContainerInstance);
        Start(output => Discover(request, output));
    }

    private async Task Discover(DiscoverPollEndpointRequest request, JobOutput output)
    {
        try
        {
            await output.Object(await SendAsync(Operations.DiscoverPollEndpoint, request, output));
        }
        catch (EcsException e)
        {
            await output.Error(e, request.ContainerInstance);
        }
    }
}
