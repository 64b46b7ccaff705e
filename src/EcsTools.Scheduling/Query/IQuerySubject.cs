namespace EcsTools.Scheduling.Query;

/// <summary>The facts about a container instance for cluster queries.</summary>
internal interface IQuerySubject
{
    /// <summary>Whether the container agent is connected to ECS.</summary>
    bool AgentConnected { get; }

    /// <summary>The version of the container agent, such as <c>1.14.5</c>; null where it is not known.</summary>
    string? AgentVersion { get; }

    /// <summary>The id of the EC2 instance; null for an instance that EC2 does not run.</summary>
    string? Ec2InstanceId { get; }

    /// <summary>When the instance joined the cluster.</summary>
    DateTimeOffset RegisteredAt { get; }

    /// <summary>The number of tasks on the instance whose last status is RUNNING.</summary>
    int RunningTasksCount { get; }

    /// <summary>The groups that have a task on the instance, each once: <c>service:web</c>, <c>family:batch</c>.</summary>
    IEnumerable<string> TaskGroups { get; }

    /// <summary>Finds an attribute of the instance. An attribute without a value is found with an empty one.</summary>
    bool TryGetAttribute(string name, out string value);
}
