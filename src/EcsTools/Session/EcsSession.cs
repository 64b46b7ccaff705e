using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using EcsTools.Local;
using EcsTools.Model;

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

    /// <summary>The local ECS that the session started.</summary>
    public EcsLocalServer? Local { get; private set; }

    public EcsContext Context => new(Settings.Region, Settings.ProfileName, Settings.AccessKey, Masked.Url(Settings.EndpointUrl), Cluster, Settings.MaxAttempts, Settings.CallTimeout);

    /// <summary>Points the session at a local ECS. Its keys are made up: the local ECS believes every signature.</summary>
    public void UseLocal(EcsLocalServer server)
    {
        Local = server;
        elsewhere = (Settings, Cluster);
        Settings = new EcsClientSettings { Region = server.Options.Region, AccessKey = "local", SecretKey = "local", EndpointUrl = server.Url.ToString() };
        Cluster = null;
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
