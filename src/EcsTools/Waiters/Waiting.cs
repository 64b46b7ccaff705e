using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Waiters;

/// <summary>What cmdlets with -Wait call.</summary>
internal static class Waiting
{
    private static int activities;

    /// <summary>Emits a service that was made or changed: at once, or when its deployment has completed.</summary>
    public static async Task EmitSettled<TCommand>(this TCommand command, Service service, JobOutput output)
        where TCommand : EcsCommand, IWaitParameters
    {
        var settled = command.Wait ? await command.WaitFor(ServiceGoal.Settled(service), output) : service;
        if (settled is not null) await output.Object(settled);
    }

    /// <summary>Waits for a service; null after an error was written.</summary>
    public static async Task<Service?> WaitFor<TCommand>(this TCommand command, ServiceGoal goal, JobOutput output)
        where TCommand : EcsCommand, IWaitParameters
    {
        try
        {
            var wait = new ServiceWait(goal, command.Timeout, command.WaitClock, request => command.SendAsync(Operations.DescribeServices, request, output), output, Interlocked.Increment(ref activities));
            return await wait.Run(command.Cancellation);
        }
        catch (EcsException e)
        {
            await output.Error(e, goal.Service);
            return null;
        }
    }
}
