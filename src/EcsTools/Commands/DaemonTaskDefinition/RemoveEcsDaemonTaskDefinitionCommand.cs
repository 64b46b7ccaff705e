using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes revisions of daemon task definitions.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsDaemonTaskDefinition", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Model.DaemonTaskDefinition))]
[Operation(nameof(Operations.DeleteDaemonTaskDefinition), Targets = "daemonTaskDefinition")]
[Waits("until no daemon uses the revision and it is DELETED")]
[Calls(nameof(Operations.DescribeDaemonTaskDefinition))]
public sealed partial class RemoveEcsDaemonTaskDefinitionCommand
    : EcsRemovalCommand<DeleteDaemonTaskDefinitionRequest, DeleteDaemonTaskDefinitionResponse>, IWaitParameters
{
    private protected override Operation<DeleteDaemonTaskDefinitionRequest, DeleteDaemonTaskDefinitionResponse> Operation =>
        Operations.DeleteDaemonTaskDefinition;

    private protected override string Subject(DeleteDaemonTaskDefinitionRequest request) =>
        $"daemon task definition {EcsArn.IdOf(request.DaemonTaskDefinition!)}";

    private protected override string Action(DeleteDaemonTaskDefinitionRequest request) => "Delete";

    private protected override async ValueTask<object?> Removed(DeleteDaemonTaskDefinitionResponse response, JobOutput output)
    {
        var arn = response.DaemonTaskDefinitionArn!;
        if (Wait) return await this.WaitFor(DaemonGoals.Definition(arn, DaemonTaskDefinitionStatus.Deleted), output);
        return PassThru
            ? (await SendAsync(Operations.DescribeDaemonTaskDefinition, new() { DaemonTaskDefinition = arn }, output)).DaemonTaskDefinition
            : null;
    }
}
