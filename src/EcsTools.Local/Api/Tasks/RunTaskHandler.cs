using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Local.Http;
using EcsTools.Model;
using EcsTools.Rules.Launches;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Api.Tasks;

/// <summary>Places and starts tasks, or returns the reason for each instance that can't place a task.</summary>
internal sealed class RunTaskHandler() : Handler<RunTaskRequest, RunTaskResponse>(Operations.RunTask)
{
    private const int LongestToken = 64;
    private const string OverLimit = "The tasks provisioning capacity limit was exceeded.";

    protected override RunTaskResponse Handle(Call call, RunTaskRequest request)
    {
        var definition = call.UsableDefinition(request.TaskDefinition, EcsFault.InvalidParameter);
        var cluster = call.ActiveCluster(request.Cluster);
        if (request.ClientToken?.Length > LongestToken) throw EcsFault.InvalidParameter($"client token longer than {LongestToken}.");
        if (Earlier(call, cluster, request) is { } earlier) return Answer(cluster, earlier.TaskIds, earlier.Failures);

        var launch = Launch(cluster, definition, request);
        if (launch is { LaunchType: LaunchType.Ec2, CapacityProviderStrategy: [] }
            && !cluster.Pool.Instances.Any(instance => instance.IsActive))
            throw EcsFault.InvalidParameter("No Container Instances were found in your cluster.");

        var (started, failure) = launch.Place(call.Engine, request.Count ?? 1);
        List<string> ids = [.. started.Select(task => task.Id)];
        List<Failure> failures = failure is { IsOverLimit: true }
            ? [new() { Reason = OverLimit }]
            : [.. (failure?.Refusals ?? []).Select(Failure)];
        if (!string.IsNullOrEmpty(request.ClientToken))
            cluster.Runs[request.ClientToken] = new RunState { Request = request, At = call.Now, TaskIds = ids, Failures = failures };
        return Answer(cluster, ids, failures);
    }

    private static TaskLaunch Launch(ClusterState cluster, TaskDefinitionState definition, RunTaskRequest request)
    {
        var capacity = LaunchCapacity.Checked(new Launch(request), definition.Resource, () =>
            LaunchCapacity.Of(cluster, request.LaunchType, request.CapacityProviderStrategy, definition.Resource));
        return new TaskLaunch
        {
            Cluster = cluster,
            Definition = definition,
            LaunchType = capacity.Kind,
            CapacityProviderStrategy = capacity.Strategy ?? [],
            Group = request.Group ?? $"family:{definition.Resource.Family}",
            StartedBy = request.StartedBy,
            Overrides = request.Overrides,
            NetworkConfiguration = request.NetworkConfiguration,
            PlatformVersion = request.PlatformVersion,
            EnableExecuteCommand = request.EnableExecuteCommand ?? false,
            Tags = TaskTags.For(cluster, definition, request.Tags, request.PropagateTags, request.EnableECSManagedTags),
            Preferences = new()
            {
                Constraints = request.PlacementConstraints ?? [],
                Strategy = request.PlacementStrategy ?? [],
                Subnets = PlacementPreferences.SubnetsOf(request.NetworkConfiguration),
            },
        };
    }

    private static RunState? Earlier(Call call, ClusterState cluster, RunTaskRequest request)
    {
        foreach (var (token, old) in cluster.Runs
            .Where(run => call.Now - run.Value.At > Retention.RunTaskToken)
            .ToList()) cluster.Runs.Remove(token);
        if (string.IsNullOrEmpty(request.ClientToken) || !cluster.Runs.TryGetValue(request.ClientToken, out var run)) return null;
        return Structures.Same(run.Request, request)
            ? run
            : throw new EcsFault(
                "ConflictException",
                "The client token was used before with another request.") { ResourceIds = run.TaskIds.ConvertAll(id => cluster.Arn("task", id)) };
    }

    private static RunTaskResponse Answer(ClusterState cluster, List<string> ids, List<Failure> failures) => new()
    {
        Tasks = [.. ids.Select(cluster.Tasks.Find).OfType<TaskState>().Select(task => task.Started())],
        Failures = failures,
    };

    private static Failure Failure(PlacementRefusal refusal) =>
        new() { Arn = ((InstanceState)refusal.Instance).Resource.ContainerInstanceArn, Reason = refusal.Obstacle.FailureReason() };
}
