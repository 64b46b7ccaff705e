using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Session;

/// <summary>What a runspace remembers between cmdlets: its context, and the local ECS that it started.</summary>
internal sealed class EcsSession
{
    private static readonly ConditionalWeakTable<Runspace, EcsSession> ByRunspace = [];

    /// <summary>The session of the runspace that runs on this thread.</summary>
    public static EcsSession Current => ByRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    public EcsClientSettings Settings { get; set; } = new();

    public string? Cluster { get; set; }

    public EcsLocalServer? Local { get; private set; }

    public EcsContext Context => new(Settings.Region, Settings.ProfileName, Settings.AccessKey, Settings.EndpointUrl, Cluster, Settings.MaxAttempts);

    /// <summary>Points the session at a local ECS. Its keys are made up: the local ECS believes every signature.</summary>
    public void UseLocal(EcsLocalServer server, string region)
    {
        Local = server;
        Settings = new EcsClientSettings { Region = region, AccessKey = "local", SecretKey = "local", EndpointUrl = server.Url.ToString() };
    }

    /// <summary>Ends the local ECS of this session, and leaves its address if the session was pointed at it.</summary>
    public void StopLocal()
    {
        if (Local is not { } server) return;
        Local = null;
        server.Dispose();
        if (Settings.EndpointUrl == server.Url.ToString()) Settings = new EcsClientSettings();
    }
}
