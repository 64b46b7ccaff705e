using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>Methods for cmdlets that wait.</summary>
internal static class Waiting
{
    /// <summary>Emits what was made or changed: as ECS answered it, or, with -Wait, as it is when it has settled.</summary>
    public static async Task EmitSettled<T>(
        this IWaitParameters command, T answered, Goal<T> goal, JobOutput output, Func<ErrorRecord, Task>? failed = null)
        where T : class
    {
        if (await command.Settled(answered, goal, output, failed) is { } settled) await output.Object(settled);
    }

    /// <summary>
    /// The changed resource: as in the response of ECS, or, with -Wait, as it is after the wait; null after an error was written.
    /// </summary>
    public static async Task<T?> Settled<T>(
        this IWaitParameters command, T answered, Goal<T> goal, JobOutput output, Func<ErrorRecord, Task>? failed = null)
        where T : class => command.Wait ? await command.WaitFor(goal, output, answered, failed) : answered;

    /// <summary>Waits for one thing; null after an error was written.</summary>
    /// <param name="command">The cmdlet that waits.</param>
    /// <param name="goal">The condition.</param>
    /// <param name="output">The output of the job.</param>
    /// <param name="answered">The thing as ECS answered what changed it.</param>
    /// <param name="failed">The action on the error. Default: the error is written.</param>
    public static async Task<T?> WaitFor<T>(
        this IWaitParameters command, Goal<T> goal, JobOutput output, T? answered = null, Func<ErrorRecord, Task>? failed = null)
        where T : class
    {
        T? settled = null;
        await command.WaitFor([goal], Keep, output, answered is null ? null : [answered], failed);
        return settled;

        Task Keep(T one)
        {
            settled = one;
            return Task.CompletedTask;
        }
    }

    /// <summary>Waits for several things together, and does something with each when it has settled.</summary>
    public static async Task WaitFor<T>(
        this IWaitParameters command,
        IReadOnlyList<Goal<T>> goals,
        Func<T, Task> settled,
        JobOutput output,
        IReadOnlyList<T>? answered = null,
        Func<ErrorRecord, Task>? failed = null)
        where T : class
    {
        if (goals.Count == 0) return;
        output.Accepted();
        try
        {
            await new Waiter<T>(goals, settled, failed ?? Write, command, output.Calls).Run(answered, output.Connection.Cancellation);
        }
        catch (EcsException e)
        {
            await output.Error(e, goals.Count == 1 ? goals[0].Id : goals.Select(goal => goal.Id).ToList());
        }

        Task Write(ErrorRecord error) => output.Error(error).AsTask();
    }
}
