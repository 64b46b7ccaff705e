using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The goals of waits for daemons, their deployments and their task definitions.</summary>
internal static class DaemonGoals
{
    public static Goal<DaemonDetail> Active(string daemon) => Daemon(daemon, isEnd: false);

    public static Goal<DaemonDetail> Gone(string daemon) => Daemon(daemon, isEnd: true);

    /// <summary>That a deployment is SUCCESSFUL, or STOPPED where that is what was asked for.</summary>
    public static Goal<DaemonDeployment> Deployment(
        string deployment,
        string status = DaemonDeploymentStatus.Successful) => new StatusGoal<DaemonDeployment>(deployment, "Daemon deployment")
    {
        Describe = async (ids, calls) =>
            (await calls.Send(Operations.DescribeDaemonDeployments, new() { DaemonDeploymentArns = [.. ids] })).DaemonDeployments ?? [],
        IdOf = seen => seen.DaemonDeploymentArn,
        Status = seen => seen.Status,
        Reason = seen => seen.StatusReason ?? seen.Rollback?.Reason,
        Done = [status],
        Failed = Ends.Where(end => end != status).ToArray(),
        FailedAdvice = "Get-EcsDaemonDeployment shows the progress. Correct the daemon task definition, and then update the daemon again.",
    };

    public static Goal<DaemonTaskDefinition> Definition(
        string definition, string status) => new StatusGoal<DaemonTaskDefinition>(definition, "Daemon task definition")
    {
        Describe = (ids, calls) => Goal<DaemonTaskDefinition>.Alone(async () =>
            (await calls.Send(Operations.DescribeDaemonTaskDefinition, new() { DaemonTaskDefinition = ids[0] })).DaemonTaskDefinition),
        Status = seen => seen.Status,
        Done = [status],
        Failed = status == DaemonTaskDefinitionStatus.Active
            ? [DaemonTaskDefinitionStatus.DeleteInProgress, DaemonTaskDefinitionStatus.Deleted]
            : [],
        FailedAdvice = "It was deleted. Register it again with Register-EcsDaemonTaskDefinition.",
    };

    /// <summary>How a deployment can end.</summary>
    private static readonly string[] Ends =
        [
            DaemonDeploymentStatus.Successful, DaemonDeploymentStatus.Stopped, DaemonDeploymentStatus.RollbackSuccessful,
            DaemonDeploymentStatus.RollbackFailed,
        ];

    private static StatusGoal<DaemonDetail> Daemon(string daemon, bool isEnd) => new(daemon, "Daemon")
    {
        Describe = (ids, calls) =>
            Goal<DaemonDetail>.Alone(async () => (await calls.Send(Operations.DescribeDaemon, new() { DaemonArn = ids[0] })).Daemon),
        Status = seen => seen.Status,
        Done = isEnd ? [] : [DaemonStatus.Active],
        Failed = isEnd ? [] : [DaemonStatus.DeleteInProgress],
        FailedAdvice = "It is being deleted. Create it again with New-EcsDaemon when Get-EcsDaemon no longer lists it.",
        IsEnd = isEnd,
    };
}
