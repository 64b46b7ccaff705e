using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <content>A cluster with all that is in it. Each step can be repeated: what a run has left, the next one finds.</content>
[Calls(
    nameof(Operations.DescribeTasks), nameof(Operations.StopTask), nameof(Operations.DeleteExpressGatewayService),
    nameof(Operations.DeleteDaemon), nameof(Operations.DeleteCapacityProvider),
    nameof(Operations.DescribeDaemon), nameof(Operations.DescribeServices))]
public sealed partial class RemoveEcsClusterCommand
{
    [Parameter(HelpMessage = "Deletes the content of the cluster first: services, tasks, daemons, capacity providers of managed instances, and registrations of container instances. -WhatIf lists the content. -Timeout limits each step.")]
    public SwitchParameter Recurse { get; set; }

    private protected override PendingRequest NewPending(DeleteClusterRequest request) => new PendingRemoval(this, request);

    /// <summary>The removal of a cluster, with its contents if -Recurse is specified.</summary>
    private sealed class PendingRemoval(RemoveEcsClusterCommand command, DeleteClusterRequest request) : PendingRequest(command, request)
    {
        private readonly RemoveEcsClusterCommand command = command;
        private readonly List<string> done = [];
        private ClusterContents? contents;

        public override bool RequiresLookup => command.Recurse;

        protected override async Task<string> LookUp(JobOutput output)
        {
            contents = new(Request.Cluster!, output.Calls);
            await contents.Read();
            return contents.Tree.Length == 0 ? command.Action(Request) : $"Delete, with all its resources{contents.Tree}";
        }

        protected override async Task Prepare(JobOutput output)
        {
            if (contents is not { } found) return;
            var calls = output.Calls;
            await Step(
                "service",
                [.. found.Services, .. found.ExpressServices],
                service => Delete(service, found, calls),
                services => services.Select(service => new ServiceEndGoal(Request.Cluster, service)),
                output);
            var tasks = await found.Tasks();
            await Step(
                "task",
                tasks.ConvertAll(task => task.TaskArn!),
                task =>
                    calls.Send(Operations.StopTask, new() { Cluster = Request.Cluster, Task = task, Reason = "The cluster is deleted." }),
                _ => TaskGoal.Stopped(tasks),
                output);
            await Step(
                "daemon",
                found.Daemons,
                daemon => calls.Send(Operations.DeleteDaemon, new() { DaemonArn = daemon }),
                daemons => daemons.Select(DaemonGoals.Gone),
                output);
            await Step(
                "capacity provider",
                found.Providers.ConvertAll(provider => provider.Name!),
                provider => calls.Send(Operations.DeleteCapacityProvider, new() { CapacityProvider = provider, Cluster = Request.Cluster }),
                _ => found.Providers.Select(CapacityGoals.Gone),
                output);
            await Step<Model.Cluster>(
                "container instance",
                await found.Instances(),
                instance =>
                    calls.Send(Operations.DeregisterContainerInstance, new()
                    {
                        Cluster = Request.Cluster,
                        ContainerInstance = instance,
                        Force = true,
                    }),
                _ => [],
                output);
        }

        protected override Task<EcsException> Explain(EcsException error, JobOutput output) =>
            Task.FromResult(done.Count == 0
                ? error
                : error.With($"{error.Message} Deleted before: {string.Join(", ", done)}. Run the command again to continue."));

        /// <summary>
        /// Deletes resources of a kind and waits until they're deleted. For resources that are already being deleted, it only waits.
        /// </summary>
        private async Task Step<T>(
            string thing,
            List<string> items,
            Func<string, Task> delete,
            Func<IReadOnlyList<string>, IEnumerable<Goal<T>>> goals,
            JobOutput output)
            where T : class
        {
            foreach (var some in items.Chunk(command.ThrottleLimit))
            {
                await Task.WhenAll(some.Select(delete));
                if (!await output.Written(command.Cancellation)) throw new OperationCanceledException();
            }

            EcsException? failed = null;
            foreach (var some in goals(items).Chunk(Operations.DescribeServices.BatchSize))
                await command.WaitFor(some, _ => Task.CompletedTask, output, failed: Keep);
            if (failed is not null) throw failed;
            if (items.Count > 0) done.Add($"{items.Count} {thing}{(items.Count == 1 ? "" : "s")}");

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
                if (found.ExpressServices.Contains(service))
                    await calls.Send(Operations.DeleteExpressGatewayService, new() { ServiceArn = service });
                else
                    await calls.Send(Operations.DeleteService, new()
                    {
                        Cluster = EcsArn.TryParse(service, out var arn) ? arn.ClusterArn : null,
                        Service = service,
                        Force = true,
                    });
            }
            catch (EcsException e) when (e.ErrorCode is "ServiceNotActiveException" or "ServiceNotFoundException")
            {
                // It is being deleted, or gone.
            }
        }
    }
}
