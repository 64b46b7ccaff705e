using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Rolls services back to a revision that was deployed successfully before.</summary>
[Cmdlet(VerbsCommon.Undo, "EcsService", SupportsShouldProcess = true), OutputType(typeof(Model.Service))]
[Calls(nameof(Operations.DescribeServices), nameof(Operations.DescribeServiceDeployments), nameof(Operations.RegisterTaskDefinition))]
[Calls(nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments), With = "Wait")]
public sealed class UndoEcsServiceCommand : EcsRedeployCommand
{
    [Parameter(HelpMessage = "The revision to restore: its task definition, for example web:5 or 5, or the ARN of the service revision. Default: the last revision that differs from the current one.")]
    [Identity("TaskDefinition", IsSingle = true), ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    public string? To { get; set; }

    private protected override string Action(UpdateServiceRequest request) => "Roll back to the previous revision";

    private protected override PendingRequest NewPending(UpdateServiceRequest request) => new PendingRollback(this, request);

    /// <summary>A rollback to a revision that ECS is asked for.</summary>
    private sealed class PendingRollback(UndoEcsServiceCommand command, UpdateServiceRequest request) : PendingRequest(command, request)
    {
        private readonly string? to = command.To;
        private PreviousRevision? revision;

        public override bool RequiresLookup => true;

        protected override Task<string> LookUp(JobOutput output) => (revision = new PreviousRevision(Request, to, output.Calls)).Restore();

        protected override Task Prepare(JobOutput output) => revision!.Prepare();

        /// <summary>A revision that is INACTIVE is registered again before the service is updated.</summary>
        protected override Task<EcsException> Explain(EcsException error, JobOutput output) =>
            Task.FromResult(Registration.Explain(error, revision?.Registered));
    }
}
