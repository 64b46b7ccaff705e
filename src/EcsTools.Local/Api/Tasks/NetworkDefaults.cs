using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Tasks;

/// <summary>The defaults of ECS for a network configuration.</summary>
internal static class NetworkDefaults
{
    public static NetworkConfiguration? Whole(NetworkConfiguration? configuration)
    {
        if (configuration?.AwsvpcConfiguration is not { AssignPublicIp: null } awsvpc) return configuration;
        var whole = awsvpc.Copy();
        whole.AssignPublicIp = AssignPublicIp.Disabled;
        return new() { AwsvpcConfiguration = whole };
    }
}
