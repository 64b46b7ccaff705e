using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Deletes clusters that have no services, tasks or container instances left.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsCluster", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(Model.Cluster))]
[Operation(nameof(Operations.DeleteCluster), Targets = "cluster")]
public sealed partial class RemoveEcsClusterCommand : EcsRemovalCommand<DeleteClusterRequest, DeleteClusterResponse>
{
    private protected override Operation<DeleteClusterRequest, DeleteClusterResponse> Operation => Operations.DeleteCluster;

    private protected override string Subject(DeleteClusterRequest request) => $"cluster {EcsArn.IdOf(request.Cluster!)}";

    private protected override string Action(DeleteClusterRequest request) => "Delete";

    private protected override object Removed(DeleteClusterResponse response) => response.Cluster!;
}
