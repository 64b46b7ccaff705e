using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes INACTIVE revisions of task definitions permanently.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsTaskDefinition", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Model.TaskDefinition))]
[Operation(nameof(Operations.DeleteTaskDefinitions), Omit = ["taskDefinitions"])]
[Waits("until no task or service uses the revisions and ECS has deleted them")]
[Calls(nameof(Operations.DescribeTaskDefinition), With = "Wait")]
public sealed partial class RemoveEcsTaskDefinitionCommand : EcsBatchCommand, IWaitParameters
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "The revisions: family:revision or ARN. They must be INACTIVE.")]
    [Alias("TaskDefinitionArn", "TaskDefinitions", "Definition")]
    [Identity("TaskDefinition")]
    [ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? TaskDefinition { get; set; }

    [Parameter(HelpMessage = "Returns the revisions with the status DELETE_IN_PROGRESS.")]
    public SwitchParameter PassThru { get; set; }

    private protected override int BatchSize => Operations.DeleteTaskDefinitions.BatchSize;

    private protected override IReadOnlyList<string> Names => TaskDefinition ?? [];

    private protected override string Thing => "task definition";

    private protected override string Action => "Delete";

    private protected override string Subject(string name, string? cluster) => $"{Thing} {EcsArn.IdOf(name)}";

    private protected override Change NewChange() => async (batch, output) =>
    {
        var response = await SendAsync(Operations.DeleteTaskDefinitions, new() { TaskDefinitions = batch.Ids }, output);
        await output.Errors(response.Failures, nameof(Operations.DeleteTaskDefinitions));
        await Settle(response.TaskDefinitions ?? [], output);
    };

    private async Task Settle(List<Model.TaskDefinition> deleted, JobOutput output)
    {
        if (Wait) await this.WaitFor(deleted.ConvertAll(TaskDefinitionGoals.Gone), Show, output, deleted);
        else foreach (var one in deleted) await Show(one);

        async Task Show(Model.TaskDefinition definition)
        {
            if (PassThru) await output.Object(definition);
        }
    }
}
