using System.Management.Automation;

namespace EcsTools.Commands;

/// <summary>Gets the behaviors that are set in the session's local ECS.</summary>
[Cmdlet(VerbsCommon.Get, "EcsLocalBehavior")]
[OutputType("EcsTools.Local.Behaviors.TaskBehavior", "EcsTools.Local.Behaviors.InstanceBehavior", "EcsTools.Local.Behaviors.ApiBehavior",
    "EcsTools.Local.Behaviors.CommandBehavior")]
public sealed class GetEcsLocalBehaviorCommand : EcsLocalBehaviorCommand
{
    /// <summary>Writes them: those of tasks, then of instances, then of the API, then of commands, the earliest first.</summary>
    private protected override void Process()
    {
        var behaviors = Server().GetBehaviors();
        WriteObject(behaviors.Tasks, enumerateCollection: true);
        WriteObject(behaviors.Instances, enumerateCollection: true);
        WriteObject(behaviors.Api, enumerateCollection: true);
        WriteObject(behaviors.Commands, enumerateCollection: true);
    }
}
