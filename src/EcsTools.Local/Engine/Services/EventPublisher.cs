using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Services;

/// <summary>Publishes the events of services.</summary>
internal static class EventPublisher
{
    private const int EventsKept = 100;

    public static void Publish(this ServiceState service, EcsEngine engine, string message)
    {
        var added = new ServiceEvent { Id = engine.Random.Guid(), CreatedAt = engine.Now.UtcDateTime, Message = message };
        service.Events = [added, .. service.Events.Take(EventsKept - 1)];
    }

    /// <summary>Publishes a warning, which isn't repeated for hours while it stays the same.</summary>
    public static void PublishWarning(this ServiceState service, EcsEngine engine, string message)
    {
        if (service.LastWarning == message && engine.Now - service.LastWarningAt < Retention.Warning) return;
        (service.LastWarning, service.LastWarningAt) = (message, engine.Now);
        service.Publish(engine, message);
    }
}
