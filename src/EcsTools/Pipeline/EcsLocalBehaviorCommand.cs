using System.Management.Automation;
using EcsTools.Local;
using EcsTools.Session;

namespace EcsTools.Pipeline;

/// <summary>A cmdlet about what the session's local ECS was told to do otherwise than usual.</summary>
public abstract class EcsLocalBehaviorCommand : EcsToolsCommand
{
    /// <summary>The session's local ECS. Without one the cmdlet ends with an error.</summary>
    private protected EcsLocalServer Server()
    {
        if (EcsSession.Current.Local is { } server) return server;
        ThrowTerminatingError(Errors.Record(
            new InvalidOperationException(), "NoLocal", ErrorCategory.InvalidOperation, null, "This session runs no local ECS.", "Start one with Start-EcsLocal."));
        throw new InvalidOperationException();
    }

    /// <summary>Changes what is set. What makes no sense is an error, and changes nothing.</summary>
    /// <returns>Whether it was changed.</returns>
    private protected bool Change(Func<LocalBehaviors, LocalBehaviors> change, object target)
    {
        try
        {
            Server().ChangeBehaviors(change);
            return true;
        }
        catch (BehaviorException e)
        {
            WriteError(Errors.Invalid("InvalidBehavior", e.Message, target, $"Get-Help {MyInvocation.MyCommand.Name} -Full tells what goes with what."));
            return false;
        }
    }
}
