using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Services;

/// <summary>A service with what it runs from another source: a service revision that it goes back to, or the task set that is its primary one now.</summary>
internal static class RevisedService
{
    private static readonly string[] Members =
        ["taskDefinition", "launchType", "capacityProviderStrategy", "platformVersion", "platformFamily", "networkConfiguration", "loadBalancers", "serviceRegistries"];

    /// <summary>What the source leaves out, the service has no more either.</summary>
    public static Service Running(this Service service, IStructure source)
    {
        var revised = service.Copy();
        var (to, from) = (((IStructure)revised).GetShape(), source.GetShape());
        foreach (var name in Members) to.Find(name)!.Set(revised, from.Find(name)!.Get(source));
        return revised;
    }
}
