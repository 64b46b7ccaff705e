using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Creates a cluster, or gets the cluster with the same name.</summary>
[Cmdlet(VerbsCommon.New, "EcsCluster", SupportsShouldProcess = true), OutputType(typeof(Model.Cluster))]
[Operation(nameof(Operations.CreateCluster), Target = "clusterName")]
[Waits("until the cluster is ACTIVE and the resources of its capacity providers are created")]
[Calls(nameof(Operations.DescribeClusters), With = "Wait")]
public sealed partial class NewEcsClusterCommand : EcsOperationCommand<CreateClusterRequest, CreateClusterResponse>, IWaitParameters
{
    private protected override string? Describes => "Cluster";

    private protected override Operation<CreateClusterRequest, CreateClusterResponse> Operation => Operations.CreateCluster;

    private protected override string Subject(CreateClusterRequest request) => $"cluster {request.ClusterName ?? "default"}";

    private protected override string Action(CreateClusterRequest request) => "Create";

    private protected override Task Emit(CreateClusterRequest request, CreateClusterResponse response, JobOutput output) =>
        this.EmitSettled(response.Cluster!, CapacityGoals.Ready(response.Cluster!), output);
}
