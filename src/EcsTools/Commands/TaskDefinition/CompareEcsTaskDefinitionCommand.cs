using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Compares task definitions, which can be revisions, files, hashtables, or objects.</summary>
[Cmdlet(VerbsData.Compare, "EcsTaskDefinition"), OutputType(typeof(TaskDefinitionDifference))]
public sealed class CompareEcsTaskDefinitionCommand : EcsTaskDefinitionCommand
{
    private TaskDefinitionSource? other;

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "The task definition to compare with. Accepts the same values as -TaskDefinition.")]
    [ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public object? With { get; set; }

    /// <summary>Understands what all are compared with.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (IsRefused) return;
        if (With is null)
            WriteError(Errors.Invalid(
                "MissingWith",
                "-With is missing: there is nothing to compare with.",
                null,
                "Specify a task definition, a file or JSON for -With, or as the first argument after a pipe."));
        else other = TaskDefinitionSource.Of(this, With);
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (other is not null) base.Process();
    }

    private protected override bool AsksEcs => other!.AsksEcs;

    private protected override async Task Use(RegisterTaskDefinitionRequest definition, string name, JobOutput output) =>
        await output.Objects(TaskDefinitionDifferences.Between(definition, await other!.Read(output.Calls)));
}
