using EcsTools.Calls;
using EcsTools.Local.Behaviors;
using EcsTools.Local.Http;

namespace EcsTools.Commands;

/// <summary>A cmdlet for the behaviors that are set in the local ECS of the session.</summary>
public abstract class EcsLocalBehaviorCommand : EcsLocalCommand
{
    /// <summary>Changes the behaviors. An invalid one is an error, and changes nothing.</summary>
    /// <returns>Whether they were changed.</returns>
    private protected bool Change(Action<EcsLocalServer> change, object target)
    {
        try
        {
            change(Server());
            return true;
        }
        catch (BehaviorException e)
        {
            WriteError(Errors.Invalid(
                "InvalidBehavior",
                e.Message,
                target,
                $"For the valid parameter combinations, run Get-Help {MyInvocation.MyCommand.Name} -Full."));
            return false;
        }
    }
}
