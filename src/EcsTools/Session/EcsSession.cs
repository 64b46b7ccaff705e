using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using EcsTools.Local.Http;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Session;

/// <summary>The state of a runspace between cmdlets: its context, and the local ECS that it started.</summary>
internal sealed class EcsSession
{
    private static readonly ConditionalWeakTable<Runspace, EcsSession> ByRunspace = [];

    private readonly Runspace runspace;
    private (EcsClientSettings Settings, string? Cluster) elsewhere = (new(), null);
    private EcsClientSettings? adopted;

    private EcsSession(Runspace runspace) => this.runspace = runspace;

    /// <summary>The session of the runspace that runs on this thread.</summary>
    public static EcsSession Current => ByRunspace.GetValue(Runspace.DefaultRunspace, static runspace => new(runspace));

    /// <summary>The settings of the session.</summary>
    public EcsClientSettings Settings { get; set; } = new();

    /// <summary>
    /// The settings of its commands: those of the session, else those of the local ECS in the process. Work that began on a local ECS
    /// doesn't continue at AWS when the local ECS ends, for example in a job that outlives it.
    /// </summary>
    public EcsClientSettings Effective
    {
        get
        {
            if (Settings is not { EndpointUrl: null, ProfileName: null, AccessKey: null }) return Settings;
            adopted = LocalServers.Nearest ?? adopted;
            return adopted is null
                ? Settings
                : adopted with { Region = Settings.Region ?? adopted.Region, MaxAttempts = Settings.MaxAttempts };
        }
    }

    public string? Cluster { get; set; }

    /// <summary>The local ECS that the session started. It ends with the session's runspace.</summary>
    public EcsLocalServer? Local { get; private set; }

    public EcsContext Context
    {
        get
        {
            var used = Effective;
            return new(
                used.Region,
                used.ProfileName,
                used.ProfileLocation,
                used.AccessKey,
                Shown.Url(used.EndpointUrl),
                Cluster,
                used.MaxAttempts,
                used.CallTimeout);
        }
    }

    /// <summary>Points the session at a local ECS.</summary>
    public void UseLocal(EcsLocalServer server)
    {
        Local = server;
        runspace.StateChanged += StopWithRunspace;
        elsewhere = (Settings, Cluster);
        Settings = LocalServers.Of(server.Url.ToString(), server.Options.Region);
        Cluster = null;
        LocalServers.Add(server, runspace);
    }

    /// <summary>The page that shows clusters. It ends with the session's runspace.</summary>
    public ClusterPage? Page { get; private set; }

    /// <summary>Shows another page in place of the one before, or none.</summary>
    public void Show(ClusterPage? page)
    {
        Page?.Dispose();
        Page = page;
        runspace.StateChanged -= HideWithRunspace;
        if (page is not null) runspace.StateChanged += HideWithRunspace;
    }

    private void HideWithRunspace(object? sender, RunspaceStateEventArgs change)
    {
        if (IsEnd(change)) Show(null);
    }

    private void StopWithRunspace(object? sender, RunspaceStateEventArgs change)
    {
        if (IsEnd(change)) StopLocal();
    }

    private static bool IsEnd(RunspaceStateEventArgs change) =>
        change.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken;

    /// <summary>Ends the local ECS of this session. If the session is still pointed at it, it goes back to where it was before.</summary>
    public void StopLocal()
    {
        if (Local is not { } server) return;
        Local = null;
        runspace.StateChanged -= StopWithRunspace;
        if (Settings.EndpointUrl == server.Url.ToString()) (Settings, Cluster) = elsewhere;
        LocalServers.Remove(server);
        server.Dispose();
    }
}
