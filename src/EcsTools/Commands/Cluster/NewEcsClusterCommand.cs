using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Makes a cluster, or gives the one of that name.</summary>
[Cmdlet(VerbsCommon.New, "EcsCluster", SupportsShouldProcess = true), OutputType(typeof(Model.Cluster))]
[Operation(nameof(Operations.CreateCluster), Target = "clusterName")]
public sealed partial class NewEcsClusterCommand : EcsOperationCommand<CreateClusterRequest, CreateClusterResponse>
{
    private protected override Operation<CreateClusterRequest, CreateClusterResponse> Operation => Operations.CreateCluster;

    private protected override string Subject(CreateClusterRequest request) => $"cluster {request.ClusterName ?? "default"}";

    private protected override string Action(CreateClusterRequest request) => "Create";

    private protected override async Task Emit(CreateClusterRequest request, CreateClusterResponse response, JobOutput output) => await output.Object(response.Cluster!);
}
