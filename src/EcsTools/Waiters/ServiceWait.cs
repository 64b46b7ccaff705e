using System.Globalization;
using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Waiters;

/// <summary>Waits for one service, looking at it now and then, with progress.</summary>
internal sealed class ServiceWait(ServiceGoal goal, TimeSpan timeout, WaitClock clock, Func<DescribeServicesRequest, Task<DescribeServicesResponse>> describe, JobOutput output, int activity)
{
    /// <summary>How long a service may be missing right after it was made: what is read lags behind what was written.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(20);

    /// <summary>How many of the newest events an error tells.</summary>
    private const int EventsTold = 3;

    private readonly DateTimeOffset begin = clock.Now;
    private readonly Backoff backoff = new(new Random());
    private ServiceGoal? pinned;

    /// <summary>The service when it has reached the goal; null after an error was written.</summary>
    public async Task<Service?> Run(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var service = await Look();
                if (service is not null && await Judge(service) is { } verdict) return verdict.IsDone ? service : null;
                var waited = clock.Now - begin;
                if (service is null && waited >= Unseen) return await Fail("MISSING", "it was not found", "List the services with Get-EcsService, and check -Cluster.", ErrorCategory.ObjectNotFound);
                if (waited >= timeout) return await Fail("WaitTimeout", $"it has not settled within {timeout}{Counts(service)}", "Wait again with a longer -Timeout; its events say what it waits for.", ErrorCategory.OperationTimeout, service);
                var left = timeout - waited;
                var delay = backoff.Next();
                await clock.Delay(delay < left ? delay : left, cancellation);
            }
        }
        finally
        {
            output.Progress(new ProgressRecord(activity, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private string Activity => goal.IsInactive ? $"Deleting service {goal.Name}" : $"Service {goal.Name}";

    private async Task<Service?> Look() => (await describe(new() { Cluster = goal.Cluster, Services = [goal.Service] })).Services?.FirstOrDefault();

    /// <summary>The verdict when it is final; null to look again.</summary>
    private async Task<ServiceVerdict?> Judge(Service service)
    {
        // Without a deployment to wait for, the one that is primary at the first look is it.
        pinned ??= goal.DeploymentId is null ? goal.PinnedTo(service) : goal;
        Report(service);
        var verdict = ServiceVerdict.Of(service, pinned);
        if (verdict.ErrorId is not null) await Fail(verdict.ErrorId, verdict.Problem!, verdict.Advice!, ErrorCategory.InvalidResult, service);
        return verdict.IsDone || verdict.ErrorId is not null ? verdict : null;
    }

    private void Report(Service service)
    {
        var primary = ServiceGoal.Primary(service);
        var desired = Math.Max(service.DesiredCount ?? 0, 1);
        // What runs of the deployment under way is what is done; of a deletion, what runs no more.
        var part = goal.IsInactive ? desired - (service.RunningCount ?? 0) : Math.Min(primary?.RunningCount ?? service.RunningCount ?? 0, desired);
        var state = primary?.RolloutState is { } rollout && !goal.IsInactive ? rollout : service.Status;
        var record = new ProgressRecord(activity, Activity, $"{state}: {service.RunningCount} running, {service.PendingCount} pending, {service.DesiredCount} desired")
        {
            PercentComplete = Math.Clamp(100 * part / desired, 0, 100),
        };
        if (service.Events is [var newest, ..]) record.CurrentOperation = newest.Message;
        output.Progress(record);
    }

    private async Task<Service?> Fail(string id, string problem, string advice, ErrorCategory category, Service? service = null)
    {
        var events = string.Concat((service?.Events ?? []).Take(EventsTold).Select(e => $"{Environment.NewLine}  {e.CreatedAt?.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {e.Message}"));
        var message = $"Service {goal.Name}: {problem}.{events}";
        await output.Error(Errors.Record(new EcsException(id, message), id, category, service ?? (object)goal.Service, message, advice));
        return null;
    }

    private static string Counts(Service? service) =>
        service is null ? "" : $" ({service.RunningCount} of {service.DesiredCount} running, {service.PendingCount} pending)";
}
