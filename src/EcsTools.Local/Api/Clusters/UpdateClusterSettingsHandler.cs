using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Changes settings of a cluster.</summary>
internal sealed class UpdateClusterSettingsHandler() : Handler<UpdateClusterSettingsRequest, UpdateClusterSettingsResponse>(Operations.UpdateClusterSettings)
{
    protected override UpdateClusterSettingsResponse Handle(Call call, UpdateClusterSettingsRequest request)
    {
        var cluster = call.Changeable(request.Cluster);
        if (request.Settings is not { Count: > 0 }) throw EcsFault.InvalidParameter("settings can not be empty.");
        ClusterRules.Settings(request.Settings);
        cluster.Resource.Settings = request.Settings;
        return new() { Cluster = ClusterRules.Changed(cluster) };
    }
}
