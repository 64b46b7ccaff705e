using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Registers a copy of a task definition with some changes as a new revision.</summary>
[Cmdlet(VerbsCommon.Copy, "EcsTaskDefinition", SupportsShouldProcess = true), OutputType(typeof(Model.TaskDefinition))]
[Deploys]
public sealed partial class CopyEcsTaskDefinitionCommand : EcsTaskDefinitionCommand, IDeployParameters, IChangeParameters
{
    private TaskDefinitionChange? change;

    [Parameter(HelpMessage = "The family of the new revision. Default: the family of the original.")]
    [ArgumentCompleter(typeof(FamilyCompleter))]
    public string? Family { get; set; }

    [Parameter(HelpMessage = "Returns the changed task definition without registering it, so that you can inspect it, export it, or register it later.")]
    public SwitchParameter AsObject { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = IChangeParameters.ThrottleLimitHelp)]
    [ValidateRange(1, int.MaxValue)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>Reads what is to be changed.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!IsRefused) change = TaskDefinitionChange.Of(this);
    }

    private protected override bool AsksEcs => !AsObject;

    private protected override async Task Use(RegisterTaskDefinitionRequest definition, string name, JobOutput output)
    {
        var copy = change!.Applied(definition, name);
        if (Family is not null) copy.Family = Family;
        if (AsObject) await output.Object(Registration.ToDefinition(copy));
        else if (await output.ShouldProcess($"task definition {copy.Family}", Action(definition, copy, name), Cancellation))
            await output.Object(await Registration.Register(copy, output.Calls));
    }

    private static string Action(RegisterTaskDefinitionRequest before, RegisterTaskDefinitionRequest after, string name) =>
        TaskDefinitionDifferences.Between(before, after) is { Count: > 0 } differences
            ? $"Register a revision like {name} with{TaskDefinitionDifferences.Format(differences)}"
            : $"Register a revision like {name}";
}
