using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Creates a capacity provider of an Auto Scaling group for all clusters, or one of managed instances for one cluster.</summary>
[Cmdlet(VerbsCommon.New, "EcsCapacityProvider", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters"), OutputType(typeof(Model.CapacityProvider))]
[Operation(nameof(Operations.CreateCapacityProvider), Target = "name", TakesFile = true, WithoutCluster = "the session's, for one of managed instances; one of an Auto Scaling group is for all clusters")]
[Waits("until the capacity provider can be used")]
public sealed partial class NewEcsCapacityProviderCommand : EcsOperationCommand<CreateCapacityProviderRequest, CreateCapacityProviderResponse>, IWaitParameters, IRequestFile
{
    private protected override string? Describes => "CapacityProvider";

    private protected override Operation<CreateCapacityProviderRequest, CreateCapacityProviderResponse> Operation => Operations.CreateCapacityProvider;

    /// <summary>Only one of managed instances lives in a cluster, so that only there the session's cluster is meant.</summary>
    private protected override bool Complete(CreateCapacityProviderRequest request)
    {
        if (request.ManagedInstancesProvider is not null) request.Cluster = ClusterFor(Cluster, null, request.Cluster);
        return true;
    }

    private protected override string Subject(CreateCapacityProviderRequest request) => $"capacity provider {request.Name}";

    private protected override string Action(CreateCapacityProviderRequest request) => "Create";

    private protected override Task Emit(CreateCapacityProviderRequest request, CreateCapacityProviderResponse response, JobOutput output) =>
        this.EmitSettled(response.CapacityProvider!, CapacityGoals.Ready(response.CapacityProvider!), output);
}
