using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine.Services;

/// <summary>The protection of a service's tasks as time passes.</summary>
internal static class ProtectionExpiry
{
    /// <summary>Ends what has expired; in a service that was deleted, all of it.</summary>
    public static void Expire(EcsEngine engine, ServiceState service)
    {
        foreach (var task in Protected(service))
        {
            if (task.ProtectedUntil <= engine.Now || !service.IsActive) task.ProtectedUntil = null;
        }
    }

    /// <summary>Lets a service look again when the next protection ends, if there is any.</summary>
    public static void WakeAtExpiry(EcsEngine engine, ServiceState service)
    {
        if (Protected(service).Min(task => task.ProtectedUntil) is { } next) engine.Schedule(service, next);
    }

    private static IEnumerable<TaskState> Protected(ServiceState service) =>
        service.Sources.SelectMany(source => source.Alive).Where(task => task.ProtectedUntil is not null);
}
