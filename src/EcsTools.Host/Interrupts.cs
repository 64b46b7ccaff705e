using System.Management.Automation;
using System.Runtime.InteropServices;

namespace EcsTools.Host;

/// <summary>
/// Ctrl+C and SIGTERM stop what is running. While it is still stopping a second one ends the process at once, as does one that finds nothing running.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private readonly Lock gate = new();
    private readonly Stack<PowerShell> running = [];
    private readonly PosixSignalRegistration[] registrations;
    private CancellationTokenSource stopping = new();

    public Interrupts() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = Stop()),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            Terminated = true;
            context.Cancel = Stop();
        }),
    ];

    /// <summary>Whether the process was asked to end.</summary>
    public bool Terminated { get; private set; }

    /// <summary>Whether something is running, so that what runs now is nested in it.</summary>
    public bool AnyRunning => running.Count > 0;

    /// <summary>Whether what is running, or ran last, was told to stop.</summary>
    public bool Stopped => stopping.IsCancellationRequested;

    /// <summary>Cancelled when what is running is to stop.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Runs an action of which the signals stop the given pipeline.</summary>
    public void While(PowerShell pipeline, Action run)
    {
        lock (gate)
        {
            if (Stopped)
                stopping = new CancellationTokenSource();
            running.Push(pipeline);
        }

        try
        {
            run();
        }
        finally
        {
            lock (gate)
                running.Pop();
        }
    }

    /// <summary>Begins to stop the innermost pipeline.</summary>
    /// <returns>Whether there was one that was not already stopping.</returns>
    public bool Stop()
    {
        lock (gate)
        {
            if (!running.TryPeek(out PowerShell? innermost) || Stopped)
                return false;
            stopping.Cancel();
            innermost.BeginStop(null, null);
            return true;
        }
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
        stopping.Dispose();
    }
}
