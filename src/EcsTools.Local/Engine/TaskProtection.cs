namespace EcsTools.Local.Engine;

/// <summary>The protection of a service's tasks as time passes.</summary>
internal static class TaskProtection
{
    /// <summary>Ends what has expired; in a service that was deleted, all of it.</summary>
    public static void Expire(EcsEngine engine, ServiceState service)
    {
        foreach (var task in Protected(service))
        {
            if (task.ProtectedUntil <= engine.Now || !service.IsActive) task.ProtectedUntil = null;
        }
    }

    /// <summary>When the next protection ends.</summary>
    public static DateTimeOffset NextExpiry(ServiceState service) => Protected(service).Min(task => task.ProtectedUntil!.Value);

    private static IEnumerable<TaskState> Protected(ServiceState service) =>
        service.Sources.SelectMany(source => source.Tasks).Where(task => task.ProtectedUntil is not null && !task.IsStopped);
}
