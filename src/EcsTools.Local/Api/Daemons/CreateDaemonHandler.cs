using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>Creates a daemon and its first deployment, which starts a task on each instance of its capacity providers.</summary>
internal sealed class CreateDaemonHandler() : Handler<CreateDaemonRequest, CreateDaemonResponse>(Operations.CreateDaemon)
{
    protected override CreateDaemonResponse Handle(Call call, CreateDaemonRequest request)
    {
        var cluster = call.ActiveCluster(request.ClusterArn);
        Check.Name(request.DaemonName, "Daemon name", "daemonName");
        Check.Token(request.ClientToken);
        if (cluster.Daemons.GetValueOrDefault(request.DaemonName!) is { } existing) return Answer(Repeat(existing, request));

        Check.Tags(request.Tags);
        Check.OneOf(request.PropagateTags, "propagateTags", [.. DaemonPropagateTags.Values]);
        DaemonRules.Configuration(request.DeploymentConfiguration);
        var providers = DaemonRules.CapacityProviders(call, cluster, request.CapacityProviderArns);
        var definition = DaemonRules.Definition(call, request.DaemonTaskDefinitionArn);
        return Answer(Create(call, cluster, providers, definition, request));
    }

    private static DaemonState Create(
        Call call, ClusterState cluster, List<string> providers, DaemonTaskDefinition definition, CreateDaemonRequest request)
    {
        var daemon = new DaemonState
        {
            Request = request,
            CapacityProviderArns = providers,
            Configuration = request.DeploymentConfiguration ?? new(),
            Tags = request.Tags ?? [],
            Resource = new()
            {
                DaemonArn = call.Region.Arn($"daemon/{cluster.Name}/{request.DaemonName}"),
                ClusterArn = cluster.Resource.ClusterArn,
                Status = DaemonStatus.Active,
                CreatedAt = call.Now.UtcDateTime,
            },
        };
        DaemonChanges.Deploy(call, daemon, DaemonChanges.Revise(call, daemon, definition, new()
        {
            PropagateTags = request.PropagateTags ?? DaemonPropagateTags.None,
            EnableECSManagedTags = request.EnableECSManagedTags ?? false,
            EnableExecuteCommand = request.EnableExecuteCommand ?? false,
            Critical = request.Critical ?? true,
        }));
        cluster.Daemons.Add(daemon.Name, daemon);
        daemon.Link(cluster);
        return daemon;
    }

    private static DaemonState Repeat(DaemonState daemon, CreateDaemonRequest request) =>
        !string.IsNullOrEmpty(request.ClientToken) && Structures.Same(daemon.Request, request)
            ? daemon
            : throw EcsFault.InvalidParameter("Creation of daemon was not idempotent.");

    private static CreateDaemonResponse Answer(DaemonState daemon) => new()
    {
        DaemonArn = daemon.Resource.DaemonArn,
        Status = daemon.Resource.Status,
        CreatedAt = daemon.Resource.CreatedAt,
        DeploymentArn = daemon.Resource.DeploymentArn,
    };
}
