using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Local.Http;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Advances the clock of a local ECS.</summary>
[Cmdlet(VerbsCommon.Step, "EcsLocal", DefaultParameterSetName = "Settled", SupportsShouldProcess = true), OutputType(typeof(EcsLocal))]
public sealed class StepEcsLocalCommand : EcsLocalCommand
{
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "By",
        HelpMessage = "How far to advance the clock, as a TimeSpan or in seconds. Every event that is due until then happens at its time.")]
    [Seconds]
    public TimeSpan By { get; set; }

    [Parameter(ParameterSetName = "Settled",
        HelpMessage = "How far to advance the clock at most until no event is left, as a TimeSpan or in seconds. Default: 1 hour.")]
    [Seconds]
    public TimeSpan Limit { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Advances the clock, and returns the local ECS.</summary>
    private protected override void Process()
    {
        var server = Server();
        if (!ShouldProcess(
            Subject(server),
            ParameterSetName == "By" ? $"Advance the clock by {By}" : $"Advance the clock until no event is left, {Limit} at most"))
            return;
        if (ParameterSetName == "By") Advance(server);
        else if (!server.RunUntilSettled(Limit)) WriteWarning($"The local ECS still has pending events after {Limit}.");
        WriteObject(EcsLocal.Of(server));
    }

    private void Advance(EcsLocalServer server)
    {
        try
        {
            server.Advance(By);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw Stop(
                "ClockNotMoved",
                ErrorCategory.InvalidArgument,
                By,
                $"The clock can't be advanced by {By}.",
                "Specify a positive duration that ends before the year 9000.",
                e);
        }
    }
}
