using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A RunTask call that had a client token: its repeat starts nothing and gets the same tasks.</summary>
internal sealed class RunState
{
    public required RunTaskRequest Request { get; init; }

    public required DateTimeOffset At { get; init; }

    public required List<string> TaskIds { get; init; }

    public required List<Failure> Failures { get; init; }
}
