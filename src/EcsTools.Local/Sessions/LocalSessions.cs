using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace EcsTools.Local.Sessions;

/// <summary>The open sessions of a local ECS. They aren't part of its state: a session ends with its connection.</summary>
internal sealed class LocalSessions : IDisposable
{
    /// <summary>How many sessions can be open; the oldest ends for another.</summary>
    private const int MaxSessions = 1000;

    private readonly ConcurrentDictionary<string, LocalSession> open = new();
    private readonly ConcurrentQueue<string> order = new();

    public DataKeys Keys { get; } = new();

    /// <summary>The programs in the containers; simulated ones, unless a test provides real ones.</summary>
    public Func<SessionTarget, IContainerProgram>? Program { get; set; }

    /// <summary>A session was opened.</summary>
    public event Action<LocalSession>? Opened;

    /// <summary>Opens a session that a client has not connected to yet.</summary>
    public LocalSession Open(string id, SessionTarget target)
    {
        var program = Program ?? throw new InvalidOperationException("Nothing runs in containers.");
        var session = open[id] = new LocalSession(id, target, program(target), Keys);
        Opened?.Invoke(session);
        order.Enqueue(id);
        while (order.Count > MaxSessions && order.TryDequeue(out var oldest)) End(oldest);
        return session;
    }

    public LocalSession? Find(string id) => open.GetValueOrDefault(id);

    /// <summary>Ends a session, as TerminateSession does.</summary>
    public void End(string id)
    {
        if (open.TryRemove(id, out var session)) session.End();
    }

    /// <summary>Ends the sessions with a container that has stopped.</summary>
    public void EndOf(string task, string container)
    {
        foreach (var (_, session) in open)
        {
            if (session.Target.TaskArn == task && session.Target.Container == container) session.End("The container has stopped.");
        }
    }

    public void Dispose()
    {
        foreach (var session in open.Values) session.End();
        open.Clear();
        Keys.Dispose();
    }
}
