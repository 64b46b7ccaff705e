using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Creates a daemon, which runs one task on every instance of its capacity providers.</summary>
[Cmdlet(VerbsCommon.New, "EcsDaemon", SupportsShouldProcess = true), OutputType(typeof(DaemonDetail))]
[Operation(nameof(Operations.CreateDaemon), Target = "daemonName", Omit = ["clusterArn"])]
[Waits("until the deployment is SUCCESSFUL. A deployment that is stopped or rolled back causes an error")]
[Calls(nameof(Operations.DescribeDaemonDeployments), With = "Wait")]
public sealed partial class NewEcsDaemonCommand : EcsOperationCommand<CreateDaemonRequest, CreateDaemonResponse>, IWaitParameters
{
    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the cluster. Default: the cluster of the session, or the cluster named default.")]
    [Alias("ClusterArn"), Identity("Cluster"), ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    private protected override Operation<CreateDaemonRequest, CreateDaemonResponse> Operation => Operations.CreateDaemon;

    private protected override bool Complete(CreateDaemonRequest request)
    {
        request.ClusterArn = ClusterFor(Cluster);
        return true;
    }

    private protected override string Subject(CreateDaemonRequest request) =>
        Naming.Subject("daemon", request.DaemonName, request.ClusterArn);

    private protected override string Action(CreateDaemonRequest request) =>
        $"Create, running {EcsArn.IdOf(request.DaemonTaskDefinitionArn!)} on {string.Join(", ", request.CapacityProviderArns!.Select(EcsArn.IdOf))}";

    private protected override Task Emit(CreateDaemonRequest request, CreateDaemonResponse response, JobOutput output) =>
        this.EmitDeployed(AnsweredDaemon.From(response), output);

    private protected override PendingRequest NewPending(CreateDaemonRequest request) => new PendingDaemon(this, request);

    /// <summary>ECS takes the cluster of a daemon by ARN only.</summary>
    private sealed class PendingDaemon(NewEcsDaemonCommand command, CreateDaemonRequest request) : PendingRequest(command, request)
    {
        protected override async Task Prepare(JobOutput output) => Request.ClusterArn = await output.Calls.ClusterArn(Request.ClusterArn);
    }
}
