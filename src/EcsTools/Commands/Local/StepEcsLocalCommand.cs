using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Local;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Moves the time of a local ECS that was started with -ManualClock.</summary>
[Cmdlet(VerbsCommon.Step, "EcsLocal", DefaultParameterSetName = "Settled"), OutputType(typeof(EcsLocal))]
public sealed class StepEcsLocalCommand : EcsToolsCommand
{
    /// <summary>How far to move, as a span of time or in seconds. Everything that is due on the way happens at its time.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "By", HelpMessage = "How far to move, as a span of time or in seconds. Everything that is due on the way happens at its time.")]
    [Seconds]
    public TimeSpan By { get; set; }

    /// <summary>How far to move at most until nothing is left to happen; one hour by default.</summary>
    [Parameter(ParameterSetName = "Settled", HelpMessage = "How far to move at most until nothing is left to happen; one hour by default.")]
    [Seconds]
    public TimeSpan Limit { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Moves it, and emits the local ECS as it is then.</summary>
    private protected override void Process()
    {
        if (EcsSession.Current.Local is not { Options.TimeProvider: ManualClock } server)
        {
            ThrowTerminatingError(Errors.Record(
                new InvalidOperationException(), "NoManualClock", ErrorCategory.InvalidOperation, null, "This session runs no local ECS whose clock is moved by hand.", "Start one with Start-EcsLocal -ManualClock."));
            return;
        }

        if (ParameterSetName == "By") server.Advance(By);
        else if (!server.RunUntilSettled(Limit)) WriteWarning($"The local ECS has not settled within {Limit}.");
        WriteObject(EcsLocal.Of(server));
    }
}
