using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Gateways;

/// <summary>Updates of gateways.</summary>
internal static class GatewayUpdates
{
    public static void Complete(EcsEngine engine, GatewayState gateway)
    {
        gateway.Resource.Status = GatewayStatus.UpdateComplete;
        gateway.Resource.UpdatedAt = engine.Now.UtcDateTime;
    }
}
