using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>A deployment of a service.</summary>
internal sealed class DeploymentState : TaskSourceState
{
    /// <summary>What DescribeServices answers, without the counts.</summary>
    public required Deployment Resource { get; init; }

    /// <summary>The ARN of the service revision that it rolls out.</summary>
    public required string RevisionArn { get; init; }

    [JsonIgnore]
    public bool IsPrimary => Resource.Status == "PRIMARY";

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

    public Deployment Describe()
    {
        var answer = Resource.Copy();
        answer.RunningCount = Counts.Running;
        answer.PendingCount = Counts.Pending;
        return answer;
    }
}
