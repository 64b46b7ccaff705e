using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.DaemonTaskDefinitions;

/// <summary>Describes a revision.</summary>
internal sealed class DescribeDaemonTaskDefinitionHandler()
    : Handler<DescribeDaemonTaskDefinitionRequest, DescribeDaemonTaskDefinitionResponse>(Operations.DescribeDaemonTaskDefinition)
{
    protected override DescribeDaemonTaskDefinitionResponse Handle(Call call, DescribeDaemonTaskDefinitionRequest request)
    {
        var found =
            call.FindDaemonDefinition(request.DaemonTaskDefinition ?? "")
                ?? throw EcsFault.Client("Unable to describe daemon task definition.");
        return new() { DaemonTaskDefinition = found.Resource };
    }
}
