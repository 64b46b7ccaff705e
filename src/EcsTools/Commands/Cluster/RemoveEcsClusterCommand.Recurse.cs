using System.Collections.Concurrent;
using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <content>A cluster with all that is in it. Each step can be repeated: what a run has left, the next one finds.</content>
[Calls(
    nameof(Operations.DescribeTasks), nameof(Operations.StopTask), nameof(Operations.DeleteExpressGatewayService), nameof(Operations.DeleteDaemon), nameof(Operations.DeleteCapacityProvider),
    nameof(Operations.DescribeDaemon), nameof(Operations.DescribeServices))]
public sealed partial class RemoveEcsClusterCommand
{
    private readonly ConcurrentDictionary<DeleteClusterRequest, ClusterContents> contents = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<DeleteClusterRequest, List<string>> done = new(ReferenceEqualityComparer.Instance);

    [Parameter(HelpMessage = "Deletes the content of the cluster first: services, tasks, daemons, capacity providers of managed instances, and registrations of container instances. -WhatIf lists the content. -Timeout limits each step.")]
    public SwitchParameter Recurse { get; set; }

    private protected override bool LooksFirst(DeleteClusterRequest request) => Recurse;

    private protected override async Task<string> Look(DeleteClusterRequest request, JobOutput output)
    {
        var found = contents[request] = new(request.Cluster!, new(this, output));
        await found.Read();
        return found.Tree.Length == 0 ? Action(request) : $"Delete, with all its resources{found.Tree}";
    }

    private protected override async Task Prepare(DeleteClusterRequest request, JobOutput output)
    {
        if (!contents.TryRemove(request, out var found)) return;
        var calls = new JobCalls(this, output);
        await Step(request, "service", [.. found.Services, .. found.ExpressServices], service => Delete(service, found, calls), services => services.Select(service => new ServiceEndGoal(request.Cluster, service)), output);
        var tasks = await found.Tasks();
        await Step(request, "task", tasks.ConvertAll(task => task.TaskArn!), task => calls.Send(Operations.StopTask, new() { Cluster = request.Cluster, Task = task, Reason = "The cluster is deleted." }), _ => TaskGoal.Stopped(tasks), output);
        await Step(request, "daemon", found.Daemons, daemon => calls.Send(Operations.DeleteDaemon, new() { DaemonArn = daemon }), daemons => daemons.Select(DaemonGoals.Gone), output);
        await Step(request, "capacity provider", found.Providers.ConvertAll(provider => provider.Name!), provider => calls.Send(Operations.DeleteCapacityProvider, new() { CapacityProvider = provider, Cluster = request.Cluster }), _ => found.Providers.Select(CapacityGoals.Gone), output);
        await Step<Model.Cluster>(request, "container instance", await found.Instances(), instance => calls.Send(Operations.DeregisterContainerInstance, new() { Cluster = request.Cluster, ContainerInstance = instance, Force = true }), _ => [], output);
    }

    private protected override string? DoneBefore(DeleteClusterRequest request) =>
        done.GetValueOrDefault(request) is { Count: > 0 } steps ? $"Deleted before: {string.Join(", ", steps)}. Run the command again to continue." : null;

    /// <summary>Deletes resources of a kind and waits until they're deleted. For resources that are already being deleted, it only waits.</summary>
    private async Task Step<T>(DeleteClusterRequest request, string thing, List<string> items, Func<string, Task> delete, Func<IReadOnlyList<string>, IEnumerable<Goal<T>>> goals, JobOutput output)
        where T : class
    {
        foreach (var some in items.Chunk(ThrottleLimit))
        {
            await Task.WhenAll(some.Select(delete));
            if (!await output.Written(Cancellation)) throw new OperationCanceledException();
        }

        EcsException? failed = null;
        foreach (var some in goals(items).Chunk(Sizes.Services)) await this.WaitFor(some, _ => Task.CompletedTask, output, failed: Keep);
        if (failed is not null) throw failed;
        if (items.Count > 0) done.GetOrAdd(request, _ => []).Add($"{items.Count} {thing}{(items.Count == 1 ? "" : "s")}");

        Task Keep(ErrorRecord error)
        {
            failed ??= (EcsException)error.Exception;
            return Task.CompletedTask;
        }
    }

    private static async Task Delete(string service, ClusterContents found, JobCalls calls)
    {
        try
        {
            if (found.ExpressServices.Contains(service)) await calls.Send(Operations.DeleteExpressGatewayService, new() { ServiceArn = service });
            else await calls.Send(Operations.DeleteService, new() { Cluster = EcsArn.TryParse(service, out var arn) ? arn.ClusterArn : null, Service = service, Force = true });
        }
        catch (EcsException e) when (e.ErrorCode is "ServiceNotActiveException" or "ServiceNotFoundException")
        {
            // It is being deleted, or gone.
        }
    }
}
