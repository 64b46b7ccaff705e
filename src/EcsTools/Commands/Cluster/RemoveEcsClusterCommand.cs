using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes clusters that have no services, tasks, or container instances.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsCluster", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Model.Cluster))]
[Operation(nameof(Operations.DeleteCluster), Targets = "cluster")]
[Waits("until the resources of its capacity providers are deleted and the cluster is INACTIVE")]
public sealed partial class RemoveEcsClusterCommand : EcsRemovalCommand<DeleteClusterRequest, DeleteClusterResponse>, IWaitParameters
{
    private protected override Operation<DeleteClusterRequest, DeleteClusterResponse> Operation => Operations.DeleteCluster;

    private protected override string Subject(DeleteClusterRequest request) => $"cluster {EcsArn.IdOf(request.Cluster!)}";

    private protected override string Action(DeleteClusterRequest request) => "Delete";

    private protected override async ValueTask<object?> Removed(DeleteClusterResponse response, JobOutput output) =>
        await this.Settled(response.Cluster!, CapacityGoals.Gone(response.Cluster!), output);
}
