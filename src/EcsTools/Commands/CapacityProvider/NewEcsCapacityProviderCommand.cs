using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Creates a capacity provider from an Auto Scaling group, or one of managed instances.</summary>
[Cmdlet(VerbsCommon.New, "EcsCapacityProvider", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(Model.CapacityProvider))]
[Operation(nameof(Operations.CreateCapacityProvider), Target = "name", TakesFile = true,
    WithoutCluster = "the cluster of the session, for a capacity provider of managed instances. One of an Auto Scaling group can be used by all clusters")]
[Waits("until the capacity provider is ACTIVE")]
public sealed partial class NewEcsCapacityProviderCommand
    : EcsOperationCommand<CreateCapacityProviderRequest, CreateCapacityProviderResponse>, IWaitParameters, IRequestFile
{
    private protected override string? Describes => "CapacityProvider";

    private protected override Operation<CreateCapacityProviderRequest, CreateCapacityProviderResponse> Operation =>
        Operations.CreateCapacityProvider;

    /// <summary>Only one of managed instances lives in a cluster, so that only there the session's cluster is meant.</summary>
    private protected override bool Complete(CreateCapacityProviderRequest request)
    {
        if (request.ManagedInstancesProvider is not null) request.Cluster = ClusterFor(Cluster, null, request.Cluster);
        return true;
    }

    private protected override string Subject(CreateCapacityProviderRequest request) => $"capacity provider {request.Name}";

    private protected override string Action(CreateCapacityProviderRequest request) => "Create";

    private protected override Task Emit(
        CreateCapacityProviderRequest request, CreateCapacityProviderResponse response, JobOutput output) =>
        this.EmitSettled(response.CapacityProvider!, CapacityGoals.Ready(response.CapacityProvider!), output);
}
