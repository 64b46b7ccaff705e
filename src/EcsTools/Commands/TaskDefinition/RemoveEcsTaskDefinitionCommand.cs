using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Deletes INACTIVE revisions for good. ECS keeps them as DELETE_IN_PROGRESS until nothing runs from them any more.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsTaskDefinition", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(Model.TaskDefinition))]
[Operation(nameof(Operations.DeleteTaskDefinitions), Omit = ["taskDefinitions"])]
public sealed partial class RemoveEcsTaskDefinitionCommand : EcsBatchCommand
{
    /// <summary>The revisions, as family:revision or ARN. They must be INACTIVE.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = "The revisions, as family:revision or ARN. They must be INACTIVE.")]
    [Alias("TaskDefinitionArn", "TaskDefinitions"), Identity("TaskDefinition"), ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    public string[]? TaskDefinition { get; set; }

    /// <summary>Emits the revisions as they are being deleted.</summary>
    [Parameter(HelpMessage = "Emits the revisions as they are being deleted.")]
    public SwitchParameter PassThru { get; set; }

    private protected override int BatchSize => 10;

    private protected override IReadOnlyList<string> Names => TaskDefinition ?? [];

    private protected override string Thing => "task definition";

    private protected override string Action => "Delete";

    private protected override string Subject(string name, string? cluster) => $"{Thing} {EcsArn.IdOf(name)}";

    private protected override Change NewChange()
    {
        var passThru = PassThru;
        return async (batch, output) =>
        {
            var response = await SendAsync(Operations.DeleteTaskDefinitions, new() { TaskDefinitions = batch.Ids }, output);
            if (passThru) await output.Objects(response.TaskDefinitions);
            await output.Errors(response.Failures, nameof(Operations.DeleteTaskDefinitions));
        };
    }
}
