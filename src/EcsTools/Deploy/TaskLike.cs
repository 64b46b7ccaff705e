using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>Completes a request for a task by what a service or another task runs with.</summary>
/// <param name="like">The service or task: a name, an ARN, or an object that is or names one.</param>
/// <param name="request">The request.</param>
/// <param name="calls">How ECS is asked.</param>
internal sealed class TaskLike(object like, RunTaskRequest request, JobCalls calls)
{
    /// <summary>The common settings of a service, a task set and a request for a task.</summary>
    private static readonly string[] Shared = [
        "taskDefinition", "launchType", "capacityProviderStrategy", "networkConfiguration", "platformVersion",
    ];

    private static readonly string[] Capacity = ["launchType", "capacityProviderStrategy"];

    private static readonly HashSet<string> NoParameters = [];

    private readonly string name = NameOf(like);

    /// <summary>Completes the request.</summary>
    /// <param name="hasCluster">Whether the request's cluster was given, and not only the session's.</param>
    /// <exception cref="EcsException">The service or task doesn't exist.</exception>
    public async Task Complete(bool hasCluster)
    {
        var cluster = hasCluster ? request.Cluster
            : EcsArn.TryParse(name, out var arn) && arn.ClusterArn is { } own ? own
            : request.Cluster;
        if (IsTask) await Take(await Task(cluster), hasCluster);
        else Take(await RunningServices.Describe(cluster, name, calls), hasCluster);
        if (request.TaskDefinition is null)
            throw new EcsException(
                "NoRevision", $"The service {EcsArn.IdOf(name)} has no task definition of its own. Specify -TaskDefinition.");
    }

    /// <summary>The ID of a task has 32 hexadecimal digits, and an ARN has the type of its resource.</summary>
    private bool IsTask =>
        EcsArn.TryParse(name, out var arn) ? arn.ResourceType == "task" : name.Length >= 32 && name.All(char.IsAsciiHexDigit);

    private static string NameOf(object like) => (like is PSObject { BaseObject: not PSCustomObject } wrapped
        ? wrapped.BaseObject
        : like) switch
    {
        string text => text,
        _ when KindFinder.Find(PSObject.AsPSObject(like), NoParameters) is { } piped
            && (piped.Self("Service") ?? piped.Self("Task")) is string name =>
            name,
        var other => throw new EcsException("InvalidLike", $"A {other.GetType().Name} is neither a service nor a task."),
    };

    private async Task<EcsTask> Task(string? cluster)
    {
        var described = await calls.Send(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = [name] });
        return described.Tasks?.FirstOrDefault() ?? throw new EcsException(
            "TaskNotFound", $"The task {EcsArn.IdOf(name)} was not found. ECS deletes stopped tasks after about an hour.");
    }

    private void Take(Service service, bool hasCluster)
    {
        if (!hasCluster) request.Cluster = service.ClusterArn;
        if (service.TaskDefinition is null && service.TaskSets?.Find(set => set.Status == "PRIMARY") is { } primary) Fill(primary);
        Fill(service);
    }

    /// <summary>A task has only its subnet. The service that started it has the rest of the network configuration.</summary>
    private async Task Take(EcsTask task, bool hasCluster)
    {
        if (!hasCluster) request.Cluster = task.ClusterArn;
        if (Subnet(task) is not null && TaskGroup.ServiceOf(task.Group) is { } service)
            request.NetworkConfiguration ??= (await RunningServices.Describe(task.ClusterArn, service, calls)).NetworkConfiguration;
        Fill(new Service
        {
            TaskDefinition = task.TaskDefinitionArn,
            LaunchType = task.CapacityProviderName is null ? task.LaunchType : null,
            CapacityProviderStrategy = task.CapacityProviderName is { } provider
                ? [new() { CapacityProvider = provider, Weight = 1 }]
                : null,
            PlatformVersion = task.PlatformVersion,
            NetworkConfiguration = Subnet(task) is { } subnet ? new() { AwsvpcConfiguration = new() { Subnets = [subnet] } } : null,
        });
    }

    private static string? Subnet(EcsTask task) =>
        task.Attachments?.SelectMany(attachment => attachment.Details ?? []).FirstOrDefault(detail => detail.Name == "subnetId")?.Value;

    /// <summary>Fills what is open. Capacity is a launch type or a strategy, never both.</summary>
    private void Fill(IStructure source)
    {
        var hasCapacity = request.LaunchType is not null || request.CapacityProviderStrategy is not null;
        foreach (var shared in Shared)
        {
            if (hasCapacity && Capacity.Contains(shared)) continue;
            var member = Operations.RunTask.Request.Find(shared)!;
            if (member.Get(request) is null
                && source.GetShape().Find(shared)?.Get(source) is { } value and not System.Collections.ICollection { Count: 0 })
                member.Set(request, value);
        }
    }
}
