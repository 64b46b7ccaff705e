using System.Management.Automation;
using EcsTools.Local;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Lets the session's local ECS do as usual again. Agents that were cut off connect; tasks that were started before keep to what they were told.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsLocalBehavior", SupportsShouldProcess = true), OutputType(typeof(void))]
public sealed class RemoveEcsLocalBehaviorCommand : EcsLocalBehaviorCommand
{
    /// <summary>What Get-EcsLocalBehavior shows; all behaviours where none is given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, HelpMessage = "What Get-EcsLocalBehavior shows; all behaviours where none is given.")]
    public object[]? InputObject { get; set; }

    /// <summary>Takes them away.</summary>
    private protected override void Process()
    {
        if (InputObject is null)
        {
            if (ShouldProcess("all", "Remove behaviours")) Change(_ => new LocalBehaviors(), "all behaviours");
            return;
        }

        foreach (var behavior in InputObject.Select(item => item is PSObject wrapped ? wrapped.BaseObject : item))
        {
            if (ShouldProcess(behavior is IBehavior known ? $"{known.Target}: {known.Behavior}" : $"{behavior}", "Remove behaviour")) Change(all => all.Without(behavior), behavior);
        }
    }
}
