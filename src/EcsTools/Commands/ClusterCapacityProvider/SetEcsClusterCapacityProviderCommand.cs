using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Sets the capacity providers and the default capacity provider strategy of clusters.</summary>
[Cmdlet(VerbsCommon.Set, "EcsClusterCapacityProvider", SupportsShouldProcess = true), OutputType(typeof(Model.Cluster))]
[Alias("Write-ECSClusterCapacityProvider")]
[Operation(nameof(Operations.PutClusterCapacityProviders), Targets = "cluster", Then = "capacityProviders")]
[Waits("until the resources of the capacity providers are created")]
[Calls(nameof(Operations.DescribeClusters), With = "Wait")]
public sealed partial class SetEcsClusterCapacityProviderCommand
    : EcsOperationCommand<PutClusterCapacityProvidersRequest, PutClusterCapacityProvidersResponse>, IWaitParameters
{

    private protected override string? Describes => "Cluster";

    private protected override Operation<PutClusterCapacityProvidersRequest, PutClusterCapacityProvidersResponse> Operation =>
        Operations.PutClusterCapacityProviders;

    private protected override string Subject(PutClusterCapacityProvidersRequest request) => $"cluster {EcsArn.IdOf(request.Cluster!)}";

    private protected override string Action(PutClusterCapacityProvidersRequest request) =>
        request.CapacityProviders is { Count: > 0 } providers
            ? $"Set the capacity providers to {string.Join(", ", providers)}"
            : "Remove all capacity providers";

    private protected override Task Emit(
        PutClusterCapacityProvidersRequest request, PutClusterCapacityProvidersResponse response, JobOutput output) =>
        this.EmitSettled(response.Cluster!, CapacityGoals.Ready(response.Cluster!), output);
}
