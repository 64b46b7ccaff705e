using System.Text.Json.Serialization;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.State;

/// <summary>A task set of a service whose deployments ECS does not control: a share of the service's tasks, of one revision.</summary>
internal sealed class TaskSetState : TaskSourceState
{
    /// <summary>What DescribeTaskSets answers, without the counts.</summary>
    [Always("id", "taskSetArn", "serviceArn", "clusterArn", "status", "taskDefinition")]
    public required TaskSet Resource { get; init; }

    /// <summary>The request that created it, by which a repeat is recognized; null for one that ECS made itself.</summary>
    public CreateTaskSetRequest? Request { get; init; }

    [JsonIgnore]
    public bool IsDraining => Resource.Status == TaskSetStatus.Draining;

    [JsonIgnore]
    public bool IsPrimary => Resource.Status == TaskSetStatus.Primary;

    [JsonIgnore]
    public bool IsSteady => Resource.StabilityStatus == StabilityStatus.SteadyState;

    /// <summary>Whether it has the tasks that it should have, all of them healthy, and none on an instance that drains.</summary>
    private bool HasSettled => Counts.Running == Resource.ComputedDesiredCount && Counts.Alive == Counts.Running
        && Alive.All(task => task.IsHealthy && task.Instance is null or { IsActive: true });

    [JsonIgnore]
    public override string TaskDefinition => Resource.TaskDefinition!;

    [JsonIgnore]
    public override string LaunchType => Resource.LaunchType ?? Model.LaunchType.Ec2;

    [JsonIgnore]
    public override List<CapacityProviderStrategyItem>? CapacityProviderStrategy => Resource.CapacityProviderStrategy;

    [JsonIgnore]
    public override string? PlatformVersion => Resource.PlatformVersion;

    [JsonIgnore]
    public override NetworkConfiguration? NetworkConfiguration => Resource.NetworkConfiguration;

    /// <summary>Sets the share of the service's desired count, or follows a change of that.</summary>
    public void Rescale(DateTimeOffset now, int desiredCount, Scale? scale = null)
    {
        var computed = TaskSetScale.ComputedDesiredCount(desiredCount, (scale ?? Resource.Scale)?.Value ?? 0);
        if (scale is null && computed == Resource.ComputedDesiredCount) return;
        Resource.Scale = scale ?? Resource.Scale;
        Resource.ComputedDesiredCount = computed;
        Resource.UpdatedAt = now.UtcDateTime;
        if (!HasSettled) SetStability(now, StabilityStatus.Stabilizing);
    }

    /// <summary>Gives it a status: PRIMARY, ACTIVE or DRAINING.</summary>
    public void TransitionTo(DateTimeOffset now, string status)
    {
        Resource.Status = status;
        Resource.UpdatedAt = now.UtcDateTime;
    }

    /// <summary>Returns whether it is in a steady state, after the scheduler has reached it.</summary>
    public void SetStability(DateTimeOffset now) =>
        SetStability(now, HasSettled ? StabilityStatus.SteadyState : StabilityStatus.Stabilizing);

    /// <summary>What DescribeTaskSets answers now.</summary>
    public TaskSet Describe(bool withTags)
    {
        var answer = Resource.Copy();
        answer.RunningCount = Counts.Running;
        answer.PendingCount = Counts.Pending;
        if (!withTags) answer.Tags = null;
        return answer;
    }

    private void SetStability(DateTimeOffset now, string status)
    {
        if (Resource.StabilityStatus == status) return;
        Resource.StabilityStatus = status;
        Resource.StabilityStatusAt = now.UtcDateTime;
    }
}
