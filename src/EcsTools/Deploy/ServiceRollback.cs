using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Deploy;

/// <summary>Restores services whose deployment failed, and waits for that too.</summary>
internal static class ServiceRollback
{
    /// <summary>Writes the error of a deployment that failed, when the service runs again as it did.</summary>
    /// <param name="command">The cmdlet that deployed.</param>
    /// <param name="changed">The service as ECS answered the deployment.</param>
    /// <param name="before">The service before the update.</param>
    /// <param name="error">Why the deployment failed.</param>
    /// <param name="output">Where to say so.</param>
    public static async Task After<TCommand>(TCommand command, Service changed, EarlierState before, ErrorRecord error, JobOutput output)
        where TCommand : EcsCommand, IWaitParameters
    {
        var told = $"{error}{Environment.NewLine}  {await Try(command, changed, before, output)}";
        var id = ((EcsException)error.Exception).ErrorCode;
        await output.Error(Errors.Record(new EcsException(id, told), id, error.CategoryInfo.Category, error.TargetObject, told, error.ErrorDetails.RecommendedAction));
    }

    private static async Task<string> Try<TCommand>(TCommand command, Service changed, EarlierState before, JobOutput output)
        where TCommand : EcsCommand, IWaitParameters
    {
        var name = EcsArn.IdOf(before.TaskDefinition);
        try
        {
            return await PutBack(command, changed, before, name, output);
        }
        catch (EcsException e)
        {
            return $"It was not put back to {name}: {e.Message}";
        }
    }

    private static async Task<string> PutBack<TCommand>(TCommand command, Service changed, EarlierState before, string name, JobOutput output)
        where TCommand : EcsCommand, IWaitParameters
    {
        var calls = new Calls(command, output);
        if (!before.Differs) return $"It was not put back: it ran {name} before, too.";
        var now = await RunningServices.Describe(changed.ClusterArn, changed.ServiceArn!, calls);
        if (now.TaskDefinition != before.TaskDefinition && now.TaskDefinition != changed.TaskDefinition) return $"It was not put back to {name}: it was given {EcsArn.IdOf(now.TaskDefinition ?? "")} meanwhile.";
        if (before.Restoring(now) is { } restoring) now = (await calls.Send(Operations.UpdateService, restoring)).Service!;

        string? failure = null;
        var settled = await command.WaitFor(ServiceGoal.Of(now), output, now, Keep);
        return settled is null ? $"Putting it back to {name} failed too: {failure}" : $"It was put back to {name}: {settled.RunningCount} of {settled.DesiredCount} tasks run.";

        Task Keep(ErrorRecord error)
        {
            failure = error.ToString();
            return Task.CompletedTask;
        }
    }
}
