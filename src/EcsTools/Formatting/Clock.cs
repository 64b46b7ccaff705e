using System.Management.Automation.Runspaces;
using EcsTools.Session;

namespace EcsTools.Formatting;

/// <summary>
/// The clock that shown ages and times go by: the local ECS's own while the session is pointed at it, for its time may run
/// faster than ours or stand still.
/// </summary>
internal static class Clock
{
    public static TimeProvider Current =>
        Runspace.DefaultRunspace is not null && LocalServers.At(EcsSession.Current.Effective.EndpointUrl) is { } local
            ? local.Options.TimeProvider
            : TimeProvider.System;
}
