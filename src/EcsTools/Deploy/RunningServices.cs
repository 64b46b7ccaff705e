using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Deploy;

/// <summary>Services as they are now.</summary>
internal static class RunningServices
{
    /// <exception cref="EcsException">The service doesn't exist or was deleted.</exception>
    public static async Task<Service> Describe(
        string? cluster, string service, JobCalls calls) => await ServiceGoal.Describe(cluster, [service], calls) switch
    {
        [{ Status: "ACTIVE" } found] => found,
        [_] => throw new EcsException("ServiceNotActiveException", "Service was not ACTIVE."),
        _ => throw new EcsException("ServiceNotFoundException", "Service not found."),
    };
}
