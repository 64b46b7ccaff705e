using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>A cmdlet that reads task definitions, wherever they come from: ECS, files, JSON, hashtables, objects.</summary>
public abstract class EcsTaskDefinitionCommand : EcsOneRegionCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "Task definitions: families (the latest ACTIVE revision), family:revision, ARNs, JSON files, JSON, hashtables, or ECS objects, for example a service or a task.")]
    [ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public object[] TaskDefinition { get; set; } = [];

    /// <summary>Every object that is or runs a task definition is one.</summary>
    private protected override bool TakesAnything => true;

    /// <summary>Reads each.</summary>
    private protected override void Process()
    {
        foreach (var given in TaskDefinition)
        {
            if (TaskDefinitionSource.Of(this, given, NeedsTags) is { } source)
                Start(output => Read(source, output), source.AsksEcs || AsksEcs);
        }
    }

    /// <summary>Whether ECS is asked even where the task definition is at hand.</summary>
    private protected virtual bool AsksEcs => false;

    /// <summary>Whether the tags of a revision matter.</summary>
    private protected virtual bool NeedsTags => true;

    /// <summary>Does with a task definition what the cmdlet is for.</summary>
    private protected abstract Task Use(RegisterTaskDefinitionRequest definition, string name, JobOutput output);

    private async Task Read(TaskDefinitionSource source, JobOutput output)
    {
        try
        {
            await Use(await source.Read(output.Calls), source.Name, output);
        }
        catch (EcsException e)
        {
            await output.Error(e, source.Name);
        }
    }
}
