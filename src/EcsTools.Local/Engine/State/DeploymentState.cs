using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A deployment of a service.</summary>
internal sealed class DeploymentState : TaskSourceState
{
    /// <summary>What DescribeServices answers, without the counts.</summary>
    [Always("id", "status", "taskDefinition", "createdAt", "updatedAt")]
    public required Deployment Resource { get; init; }

    /// <summary>The ARN of the service revision that it rolls out.</summary>
    public required string RevisionArn { get; init; }

    /// <summary>How many of its tasks have failed, and how many may.</summary>
    public required ServiceDeploymentCircuitBreaker Breaker { get; set; }

    /// <summary>How much of the test traffic goes to it, in percent; null where traffic is not shifted.</summary>
    public double? TestWeight { get; set; }

    /// <summary>How much of the production traffic goes to it, in percent; null where traffic is not shifted.</summary>
    public double? ProductionWeight { get; set; }

    [JsonIgnore]
    public bool IsPrimary => Resource.Status == "PRIMARY";

    /// <summary>Whether it was given up: nothing more is started for it.</summary>
    [JsonIgnore]
    public bool HasFailed => Resource.RolloutState == DeploymentRolloutState.Failed;

    [JsonIgnore]
    public bool IsInProgress => Resource.RolloutState == DeploymentRolloutState.InProgress;

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

    /// <summary>Whether it has so many tasks and no other, all of them healthy.</summary>
    public bool HasReached(int desired) =>
        Counts.Running == desired && Counts.Alive == desired && Alive.All(task => task.IsHealthy);

    /// <summary>It is what the service has come to.</summary>
    public void Complete(DateTimeOffset now)
    {
        Resource.RolloutState = DeploymentRolloutState.Completed;
        Resource.RolloutStateReason = $"ECS deployment {Id} completed.";
        Resource.UpdatedAt = now.UtcDateTime;
    }

    public Deployment Describe()
    {
        var answer = Resource.Copy();
        answer.RunningCount = Counts.Running;
        answer.PendingCount = Counts.Pending;
        return answer;
    }
}
