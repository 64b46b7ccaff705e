using EcsTools.Local.Api.AccountSettings;
using EcsTools.Local.Api.CapacityProviders;
using EcsTools.Local.Engine.Capacity;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Capacity;

namespace EcsTools.Local.Api.Clusters;

/// <summary>Creates a cluster, or returns the cluster with the same name and arguments.</summary>
internal sealed class CreateClusterHandler() : Handler<CreateClusterRequest, CreateClusterResponse>(Operations.CreateCluster)
{
    protected override CreateClusterResponse Handle(Call call, CreateClusterRequest request)
    {
        var name = Identifiers.ClusterName(request.ClusterName);
        Check.Name(name, "Cluster", "clusterName");
        Check.Rules(ClusterRules.All, new ClusterChange(request));
        if (call.Region.Clusters.GetValueOrDefault(name) is { IsActive: true } existing) return Repeat(existing, request);

        var providers = Strategies.Providers(call.Region, name, request.CapacityProviders);
        var strategy = Strategies.Default(call.Region, request.DefaultCapacityProviderStrategy, providers);
        var cluster = Create(call.Region, name, request);
        cluster.Resource.DefaultCapacityProviderStrategy = strategy;
        ClusterAttachments.Associate(call.Engine, cluster, providers);
        return new() { Cluster = cluster.Describe() };
    }

    /// <summary>Puts a new cluster in the place of one of that name which was deleted, if there was one.</summary>
    public static ClusterState Create(RegionState region, string name, CreateClusterRequest request)
    {
        var cluster = new ClusterState
        {
            Request = request,
            Resource = new Cluster
            {
                ClusterArn = region.Arn($"cluster/{name}"),
                ClusterName = name,
                Status = "ACTIVE",
                Configuration = request.Configuration,
                Settings = request.Settings is { Count: > 0 } settings ? settings : [DefaultInsights(region)],
                Statistics = [],
                Tags = request.Tags ?? [],
                CapacityProviders = [],
                DefaultCapacityProviderStrategy = [],
                ServiceConnectDefaults = request.ServiceConnectDefaults is { } defaults ? new() { Namespace = defaults.Namespace } : null,
            },
        };
        region.Clusters[name] = cluster;
        cluster.Link(region);
        return cluster;
    }

    private static ClusterSetting DefaultInsights(RegionState region) =>
        new()
        {
            Name = ClusterSettingName.ContainerInsights,
            Value = SettingValues.Effective(region, region.Root, SettingName.ContainerInsights).Value,
        };

    // The tags of a repeat are echoed, and neither compared nor kept.
    private static CreateClusterResponse Repeat(ClusterState cluster, CreateClusterRequest request)
    {
        var original = cluster.Request;
        var isSame = (request.Settings is null || Structures.Same(request.Settings, original.Settings))
            && (request.Configuration is null || Structures.Same(request.Configuration, original.Configuration))
            && (request.CapacityProviders is null || request.CapacityProviders.SequenceEqual(original.CapacityProviders ?? []))
            && (request.DefaultCapacityProviderStrategy is null
                || Structures.Same(request.DefaultCapacityProviderStrategy, original.DefaultCapacityProviderStrategy))
            && (request.ServiceConnectDefaults is null || Structures.Same(request.ServiceConnectDefaults, original.ServiceConnectDefaults));
        if (!isSame)
            throw EcsFault
                .InvalidParameter("Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
        var answer = cluster.Describe();
        answer.Tags = request.Tags ?? [];
        return new() { Cluster = answer };
    }
}
