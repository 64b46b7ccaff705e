using System.Management.Automation.Runspaces;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Session;

/// <summary>
/// The local ECS that run in the process. A session without other settings uses the newest: parallel blocks, thread jobs, and new runspaces
/// stay in the rehearsal.
/// A parallel block or a thread job uses the one that its script or console started, also beside a newer one.
/// An environment variable passes it to processes that are started in the meantime, such as those of Start-Job.
/// </summary>
internal static class LocalServers
{
    /// <summary>The endpoint and the region of the local ECS of the parent process.</summary>
    private const string Variable = "ECSTOOLS_LOCAL";

    private static readonly object Changing = new();

    /// <summary>
    /// The local ECS that this pipeline, or an earlier one of the same console, started. The threads that it starts inherit the value, and
    /// the runspaces on them.
    /// </summary>
    private static readonly AsyncLocal<EcsLocalServer?> Inherited = new();

    private static readonly List<(EcsLocalServer Server, WeakReference<Runspace> Starter)> Started = [];

    /// <summary>
    /// The settings for the local ECS of a session that didn't start one itself, or for that of the parent process; null if none is
    /// running.
    /// </summary>
    public static EcsClientSettings? Nearest
    {
        get
        {
            lock (Changing)
            {
                var running = Running().ToList();
                var nearest = running.Find(server => server == Inherited.Value) ?? running.LastOrDefault();
                return nearest is not null ? Of(nearest.Url.ToString(), nearest.Options.Region) : OfParent();
            }
        }
    }

    /// <summary>The keys are placeholders: the local ECS accepts every signature.</summary>
    public static EcsClientSettings Of(string url, string region) =>
        new() { Region = region, AccessKey = "local", SecretKey = "local", EndpointUrl = url };

    /// <summary>The local ECS of the process that serves there.</summary>
    public static EcsLocalServer? At(string? endpointUrl)
    {
        if (!Uri.TryCreate(endpointUrl, UriKind.Absolute, out var url)) return null;
        lock (Changing) return Started.Find(one => one.Server.Url == url).Server;
    }

    public static void Add(EcsLocalServer server, Runspace starter)
    {
        Inherited.Value = server;
        lock (Changing)
        {
            Started.Add((server, new(starter)));
            SetVariable();
        }
    }

    public static void Remove(EcsLocalServer server)
    {
        lock (Changing)
        {
            Started.RemoveAll(one => one.Server == server);
            SetVariable();
        }
    }

    /// <summary>Those whose session still exists. The others can't be stopped any longer.</summary>
    private static IEnumerable<EcsLocalServer> Running() =>
        Started.Where(one =>
            one.Starter.TryGetTarget(out var starter) && starter.RunspaceStateInfo.State == RunspaceState.Opened).Select(one => one.Server);

    private static void SetVariable() =>
        Environment.SetEnvironmentVariable(
            Variable, Running().LastOrDefault() is { } server ? $"{server.Url} {server.Options.Region}" : null);

    private static EcsClientSettings? OfParent() =>
        Environment.GetEnvironmentVariable(Variable)?.Split(' ') is [var url, var region] ? Of(url, region) : null;
}
