using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Deploy;

/// <summary>Restores services whose deployment failed, and waits for that too.</summary>
internal static class ServiceRollback
{
    /// <summary>Writes the error of a failed deployment after the rollback.</summary>
    /// <param name="command">The cmdlet that deployed.</param>
    /// <param name="changed">The service as ECS returned it for the deployment.</param>
    /// <param name="before">The service before the update.</param>
    /// <param name="error">Why the deployment failed.</param>
    /// <param name="output">The output for the error.</param>
    public static async Task After(IWaitParameters command, Service changed, EarlierState before, ErrorRecord error, JobOutput output)
    {
        var failed = (EcsWaitException)error.Exception;
        var failedAndRolledBack = failed.WithOutcome($"{failed.Message} {await Try(command, changed, before, output)}");
        await output.Error(Errors.Record(
            failedAndRolledBack, error.CategoryInfo.Category, error.TargetObject, error.ErrorDetails.RecommendedAction));
    }

    private static async Task<string> Try(IWaitParameters command, Service changed, EarlierState before, JobOutput output)
    {
        var name = EcsArn.IdOf(before.TaskDefinition);
        try
        {
            return await RollBack(command, changed, before, name, output);
        }
        catch (EcsException e)
        {
            return $"The service wasn't rolled back to {name}: {e.Message}";
        }
    }

    private static async Task<string> RollBack(IWaitParameters command, Service changed, EarlierState before, string name, JobOutput output)
    {
        output.Began = null; // the rollback has a -Timeout of its own
        var calls = output.Calls;
        if (!before.Differs) return $"The service wasn't rolled back, because it ran {name} before, too.";
        var now = await RunningServices.Describe(changed.ClusterArn, changed.ServiceArn!, calls);
        if (now.TaskDefinition != before.TaskDefinition && now.TaskDefinition != changed.TaskDefinition)
            return $"The service wasn't rolled back to {name}, because it was updated to {EcsArn.IdOf(now.TaskDefinition ?? "")} in the meantime.";
        if (before.Restoring(now) is { } restoring) now = (await calls.Send(Operations.UpdateService, restoring)).Service!;

        string? failure = null;
        var settled = await command.WaitFor(ServiceGoal.Of(now), output, now, Keep);
        return settled is null
            ? $"Rolling back to {name} also failed: {failure}"
            : $"Rolled back to {name}: {settled.RunningCount} of {settled.DesiredCount} tasks are running.";

        Task Keep(ErrorRecord error)
        {
            failure = error.ToString();
            return Task.CompletedTask;
        }
    }
}
