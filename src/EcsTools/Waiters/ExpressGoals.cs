using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The goals of waits for Express services.</summary>
internal static class ExpressGoals
{
    /// <summary>
    /// Waits for the deployment of a configuration, and gives the service as it is then; null after an error was written.
    /// </summary>
    public static async Task<ECSExpressGatewayService?> WaitForDeployment(
        this IWaitParameters command, string service, ExpressGatewayServiceConfiguration? configuration, JobOutput output)
    {
        if (await command.WaitFor(new RevisionGoal(service, configuration?.ServiceRevisionArn), output) is null) return null;
        return await Describe(service, output.Calls);
    }

    public static Goal<ECSExpressGatewayService> Inactive(string service) => new StatusGoal<ECSExpressGatewayService>(
        service, "Deleted Express service")
    {
        Describe = (ids, calls) => Goal<ECSExpressGatewayService>.Alone(() => Describe(ids[0], calls)),
        Status = seen => seen.Status?.StatusCode,
        Reason = seen => seen.Status?.StatusReason,
        Done = [ExpressGatewayServiceStatusCode.Inactive],
        IsEnd = true,
    };

    private static async Task<ECSExpressGatewayService?> Describe(string service, JobCalls calls) =>
        (await calls.Send(Operations.DescribeExpressGatewayService, new() { ServiceArn = service })).Service;
}
