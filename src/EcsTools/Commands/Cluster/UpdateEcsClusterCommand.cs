using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Changes the settings, configuration, and service namespace of clusters.</summary>
[Cmdlet(VerbsData.Update, "EcsCluster", SupportsShouldProcess = true), OutputType(typeof(Model.Cluster))]
[Operation(nameof(Operations.UpdateCluster), Targets = "cluster")]
public sealed partial class UpdateEcsClusterCommand : EcsOperationCommand<UpdateClusterRequest, UpdateClusterResponse>
{
    private protected override Operation<UpdateClusterRequest, UpdateClusterResponse> Operation => Operations.UpdateCluster;

    private protected override string Subject(UpdateClusterRequest request) => $"cluster {EcsArn.IdOf(request.Cluster!)}";

    private protected override string Action(UpdateClusterRequest request) => Naming.Changes(request, "cluster");

    private protected override async Task Emit(UpdateClusterRequest request, UpdateClusterResponse response, JobOutput output) =>
        await output.Object(response.Cluster!);
}
