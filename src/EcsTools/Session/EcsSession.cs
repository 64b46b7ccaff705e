using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using EcsTools.Local;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Session;

/// <summary>What a runspace remembers between cmdlets: its context, and the local ECS that it started.</summary>
internal sealed class EcsSession
{
    private static readonly ConditionalWeakTable<Runspace, EcsSession> ByRunspace = [];

    private (EcsClientSettings Settings, string? Cluster) elsewhere = (new(), null);

    /// <summary>The session of the runspace that runs on this thread.</summary>
    public static EcsSession Current => ByRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    public EcsClientSettings Settings { get; set; } = new();

    public string? Cluster { get; set; }

    /// <summary>The local ECS that the session started. It ends with the session's runspace.</summary>
    public EcsLocalServer? Local { get; private set; }

    public EcsContext Context => new(Settings.Region, Settings.ProfileName, Settings.AccessKey, Settings.EndpointUrl is { } url ? Shown.Text(url) : null, Cluster, Settings.MaxAttempts);

    /// <summary>Points the session at a local ECS. Its keys are made up: the local ECS believes every signature.</summary>
    public void UseLocal(EcsLocalServer server)
    {
        Local = server;
        Runspace.DefaultRunspace.StateChanged += StopWithRunspace;
        elsewhere = (Settings, Cluster);
        Settings = new EcsClientSettings { Region = server.Options.Region, AccessKey = "local", SecretKey = "local", EndpointUrl = server.Url.ToString() };
        Cluster = null;
    }

    private void StopWithRunspace(object? sender, RunspaceStateEventArgs change)
    {
        if (change.RunspaceStateInfo.State is not (RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken)) return;
        ((Runspace)sender!).StateChanged -= StopWithRunspace;
        StopLocal();
    }

    /// <summary>Ends the local ECS of this session. If the session is still pointed at it, it goes back to where it was before.</summary>
    public void StopLocal()
    {
        if (Local is not { } server) return;
        Local = null;
        if (Settings.EndpointUrl == server.Url.ToString()) (Settings, Cluster) = elsewhere;
        server.Dispose();
    }
}
