using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>That a service deployment ends as it should.</summary>
/// <param name="id">The deployment's ARN.</param>
/// <param name="wanted">The statuses in which it should end.</param>
internal class ServiceDeploymentGoal(string id, params string[] wanted) : Goal<ServiceDeployment>(id)
{
    /// <summary>How a deployment can end.</summary>
    private static readonly string[] Ends =
        [ServiceDeploymentStatus.Successful, ServiceDeploymentStatus.Stopped, ServiceDeploymentStatus.RollbackSuccessful, ServiceDeploymentStatus.RollbackFailed];

    public static ServiceDeploymentGoal Successful(string deployment) => new(deployment, ServiceDeploymentStatus.Successful);

    /// <summary>That a deployment which was stopped, or is to go back, is over.</summary>
    public static ServiceDeploymentGoal Stopped(string deployment) => new(deployment, ServiceDeploymentStatus.Stopped, ServiceDeploymentStatus.RollbackSuccessful);

    public override string Name => $"Service deployment {EcsArn.IdOf(Id)}";

    public override Task<IReadOnlyList<ServiceDeployment>> Look(IReadOnlyList<string> ids, Calls calls) => Describe(ids, calls);

    public override bool Is(ServiceDeployment seen) => IsSame(Id, seen.ServiceDeploymentArn);

    public override ValueTask<Verdict> Judge(ServiceDeployment seen, Calls calls)
    {
        if (wanted.Contains(seen.Status)) return new(new Verdict.Done());
        if (!Ends.Contains(seen.Status)) return new(Standing(seen));
        var reason = seen.StatusReason ?? seen.Rollback?.Reason;
        return new(new Verdict.Failed(
            seen.Status!,
            $"it is {seen.Status}{(string.IsNullOrEmpty(reason) ? "" : $": {reason.TrimEnd('.')}")}",
            "The service's events and stopped tasks say what went wrong: mend it and update the service again."));
    }

    /// <summary>The service's events, and the tasks of the deployment that stopped.</summary>
    public override async ValueTask<string> Explain(ServiceDeployment? last, Calls calls)
    {
        if (last?.ServiceArn is not { } arn) return "";
        try
        {
            return await ServiceGoal.Describe(last.ClusterArn, [arn], calls) is [var service, ..] ? await ServiceTroubles.Tell(service, DeploymentFate.DeploymentOf(last, service), calls) : "";
        }
        catch (EcsException)
        {
            return ""; // the error itself matters more than what goes with it
        }
    }

    protected static async Task<IReadOnlyList<ServiceDeployment>> Describe(IReadOnlyList<string> arns, Calls calls) =>
        (await calls.Send(Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = [.. arns] })).ServiceDeployments ?? [];

    private static Verdict.GoOn Standing(ServiceDeployment seen)
    {
        var target = seen.TargetServiceRevision;
        var asked = Math.Max(target?.RequestedTaskCount ?? 0, 1);
        var stage = seen.LifecycleStage is { } lifecycle ? $", {lifecycle}" : "";
        return new(
            $"{seen.Status}{stage}: {target?.RunningTaskCount} running, {target?.PendingTaskCount} pending, {target?.RequestedTaskCount} requested",
            100 * Math.Min(target?.RunningTaskCount ?? 0, asked) / asked,
            seen.StatusReason);
    }
}
