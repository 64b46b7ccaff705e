using System.Management.Automation.Runspaces;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Session;

/// <summary>
/// The local ECS that run in the process. A session that was told nothing else uses the newest: parallel blocks, thread jobs and new runspaces stay in the rehearsal.
/// An environment variable tells the processes that are started meanwhile, such as those of Start-Job.
/// </summary>
internal static class LocalServers
{
    /// <summary>Where the local ECS of the parent process is, and its region.</summary>
    private const string Variable = "ECSTOOLS_LOCAL";

    private static readonly object Changing = new();
    private static readonly List<(EcsLocalServer Server, WeakReference<Runspace> Starter)> Started = [];

    /// <summary>What sends a session to the newest local ECS, or to that of the parent process; null where none runs.</summary>
    public static EcsClientSettings? Newest
    {
        get
        {
            lock (Changing) return Running().LastOrDefault() is { } server ? Of(server.Url.ToString(), server.Options.Region) : OfParent();
        }
    }

    /// <summary>The keys are made up: the local ECS believes every signature.</summary>
    public static EcsClientSettings Of(string url, string region) => new() { Region = region, AccessKey = "local", SecretKey = "local", EndpointUrl = url };

    /// <summary>The local ECS of the process that serves there.</summary>
    public static EcsLocalServer? At(string? endpointUrl)
    {
        if (!Uri.TryCreate(endpointUrl, UriKind.Absolute, out var url)) return null;
        lock (Changing) return Started.Find(one => one.Server.Url == url).Server;
    }

    public static void Add(EcsLocalServer server, Runspace starter)
    {
        lock (Changing)
        {
            Started.Add((server, new(starter)));
            TellChildren();
        }
    }

    public static void Remove(EcsLocalServer server)
    {
        lock (Changing)
        {
            Started.RemoveAll(one => one.Server == server);
            TellChildren();
        }
    }

    /// <summary>Those whose session still exists. The others can't be stopped any longer.</summary>
    private static IEnumerable<EcsLocalServer> Running() =>
        Started.Where(one => one.Starter.TryGetTarget(out var starter) && starter.RunspaceStateInfo.State == RunspaceState.Opened).Select(one => one.Server);

    private static void TellChildren() =>
        Environment.SetEnvironmentVariable(Variable, Running().LastOrDefault() is { } server ? $"{server.Url} {server.Options.Region}" : null);

    private static EcsClientSettings? OfParent() => Environment.GetEnvironmentVariable(Variable)?.Split(' ') is [var url, var region] ? Of(url, region) : null;
}
