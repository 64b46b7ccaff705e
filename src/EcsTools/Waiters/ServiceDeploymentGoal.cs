using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>That a service deployment ends as it should.</summary>
/// <param name="id">The deployment's ARN.</param>
/// <param name="wanted">The statuses in which it should end.</param>
internal class ServiceDeploymentGoal(string id, params string[] wanted) : Goal<ServiceDeployment>(id)
{
    /// <summary>How a deployment can end.</summary>
    private static readonly string[] Ends =
        [
            ServiceDeploymentStatus.Successful, ServiceDeploymentStatus.Stopped, ServiceDeploymentStatus.RollbackSuccessful,
            ServiceDeploymentStatus.RollbackFailed,
        ];

    public static ServiceDeploymentGoal Successful(string deployment) => new(deployment, ServiceDeploymentStatus.Successful);

    /// <summary>That a deployment which was stopped, or is to go back, is over.</summary>
    public static ServiceDeploymentGoal Stopped(string deployment) =>
        new(deployment, ServiceDeploymentStatus.Stopped, ServiceDeploymentStatus.RollbackSuccessful);

    public override string Name => $"Service deployment {EcsArn.IdOf(Id)}";

    public override Task<IReadOnlyList<ServiceDeployment>> Poll(IReadOnlyList<string> ids, JobCalls calls) => Describe(ids, calls);

    public override bool Is(ServiceDeployment seen) => IsSame(Id, seen.ServiceDeploymentArn);

    public override ValueTask<WaitResult> Evaluate(ServiceDeployment seen, JobCalls calls)
    {
        if (wanted.Contains(seen.Status)) return new(new WaitResult.Done());
        if (!Ends.Contains(seen.Status)) return new(Progress(seen));
        return new(new WaitResult.Failed(
            seen.Status!, $"the deployment ended as {seen.Status}", $"{DeploymentOutcome.Correct} {ServiceDiagnosis.Advice}")
        {
            Reason = string.IsNullOrEmpty(seen.StatusReason) ? seen.Rollback?.Reason : seen.StatusReason,
            IsCausedByTasks = true,
        });
    }

    /// <inheritdoc/>
    public override async ValueTask<Diagnosis> Explain(ServiceDeployment? last, JobCalls calls)
    {
        if (last?.ServiceArn is not { } arn) return Diagnosis.None;
        try
        {
            return await ServiceGoal.Describe(last.ClusterArn, [arn], calls) is [var service, ..]
                ? await ServiceDiagnosis.Of(service, DeploymentOutcome.DeploymentOf(last, service), calls)
                : Diagnosis.None;
        }
        catch (EcsException)
        {
            return Diagnosis.None; // the error itself matters more than its details
        }
    }

    protected static async Task<IReadOnlyList<ServiceDeployment>> Describe(IReadOnlyList<string> arns, JobCalls calls) =>
        (await calls.Send(Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = [.. arns] })).ServiceDeployments ?? [];

    private static WaitResult.Pending Progress(ServiceDeployment seen)
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
