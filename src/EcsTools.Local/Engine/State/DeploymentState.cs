using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>A deployment of a service, and the tasks it started.</summary>
internal sealed class DeploymentState
{
    public required string Id { get; init; }

    /// <summary>What DescribeServices answers, without the counts.</summary>
    public required Deployment Resource { get; init; }

    /// <summary>Its tasks that have not been forgotten.</summary>
    [JsonIgnore]
    public Table<TaskState> Tasks { get; } = [];

    [JsonIgnore]
    public TaskCounts Counts { get; } = new();

    [JsonIgnore]
    public bool IsPrimary => Resource.Status == "PRIMARY";

    [JsonIgnore]
    public bool IsInProgress => Resource.RolloutState == DeploymentRolloutState.InProgress;

    /// <summary>Its tasks that are meant to run.</summary>
    [JsonIgnore]
    public int Meant => Counts.Running + Counts.Pending;

    public Deployment Describe()
    {
        var answer = Resource.Copy();
        answer.RunningCount = Counts.Running;
        answer.PendingCount = Counts.Pending;
        return answer;
    }
}
