using EcsTools.Local.Engine.Core;
using EcsTools.Model;
using EcsTools.Rules.Capacity;

namespace EcsTools.Local.Api.Clusters;

/// <summary>Changes settings of a cluster.</summary>
internal sealed class UpdateClusterSettingsHandler()
    : Handler<UpdateClusterSettingsRequest, UpdateClusterSettingsResponse>(Operations.UpdateClusterSettings)
{
    protected override UpdateClusterSettingsResponse Handle(Call call, UpdateClusterSettingsRequest request)
    {
        var cluster = call.Changeable(request.Cluster);
        if (request.Settings is not { Count: > 0 }) throw EcsFault.InvalidParameter("settings can not be empty.");
        Check.Rules(ClusterRules.All, new ClusterChange(request));
        cluster.Resource.Settings = request.Settings;
        return new() { Cluster = ClusterChanges.Changed(cluster) };
    }
}
