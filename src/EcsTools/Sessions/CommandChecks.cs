using EcsTools.Model;

namespace EcsTools.Sessions;

/// <summary>The requirements of ECS Exec that ECS returns: of the task, its definition, and its container instance.</summary>
/// <param name="task">The task.</param>
/// <param name="definition">Its task definition; null if it can't be read.</param>
/// <param name="instance">The container instance that it runs on; null on Fargate.</param>
internal sealed class CommandChecks(EcsTask task, TaskDefinition? definition, ContainerInstance? instance)
{
    private static readonly Version FirstPlatform = new(1, 4, 0), FirstWindowsPlatform = new(1, 0, 0), FirstAgent = new(1, 50, 2);

    public IEnumerable<CommandCheck> All()
    {
        yield return Of("Running", task.LastStatus == DesiredStatus.Running, $"The task is {task.LastStatus}.");
        yield return task.EnableExecuteCommand == true
            ? Of("Enabled", true, "ECS Exec is enabled.")
            : Of(
                "Enabled",
                false,
                "The task was started without -EnableExecuteCommand. Start another one, or run Update-EcsService -EnableExecuteCommand -ForceNewDeployment.");
        if (task.LaunchType == LaunchType.Fargate) yield return Platform();
        if (instance is not null) yield return Agent(instance);
        if (definition is not null) yield return Role(definition);
        foreach (var container in task.Containers ?? [])
        {
            yield return ManagedAgent(container);
            if (definition?.ContainerDefinitions?.Find(one => one.Name == container.Name)?.ReadonlyRootFilesystem == true)
                yield return Of(
                    "Writable",
                    false,
                    "The root file system is read-only, and the agent of ECS Exec can't write there. Set readonlyRootFilesystem to false.",
                    container.Name);
        }
    }

    private CommandCheck Platform()
    {
        var first = task.PlatformFamily?.StartsWith("Windows", StringComparison.OrdinalIgnoreCase) == true
            ? FirstWindowsPlatform
            : FirstPlatform;
        return Version.TryParse(task.PlatformVersion, out var version)
            ? Of(
                "Platform",
                version >= first,
                version >= first
                    ? $"The platform version is {version}."
                    : $"The platform version is {version}. ECS Exec needs {first} or later: specify -PlatformVersion LATEST.")
            : Of("Platform", null, "ECS doesn't report the platform version.");
    }

    private CommandCheck Agent(ContainerInstance on) => Version.TryParse(on.VersionInfo?.AgentVersion, out var version)
        ? Of(
            "InstanceAgent",
            version >= FirstAgent,
            version >= FirstAgent
                ? $"The ECS agent is {version}."
                : $"The ECS agent is {version}. ECS Exec needs {FirstAgent} or later: run Update-EcsContainerAgent.")
        : Of("InstanceAgent", null, "ECS doesn't report the version of the ECS agent.");

    private CommandCheck Role(TaskDefinition of)
    {
        var role = task.Overrides?.TaskRoleArn ?? of.TaskRoleArn;
        if (role is not null)
            return Of(
                "TaskRole",
                null,
                $"The role {EcsArn.IdOf(role)} must allow the ssmmessages actions, and the task needs a route to Systems Manager. ECS doesn't report these.");
        return instance is null
            ? Of(
                "TaskRole",
                false,
                "The task has no task role. Register a revision with -TaskRoleArn, whose role allows the ssmmessages actions.")
            : Of("TaskRole", null, "The task has no task role. The role of the container instance must allow the ssmmessages actions.");
    }

    private CommandCheck ManagedAgent(Container container)
    {
        var problem = AgentProblem(container);
        return Of(
            "Agent",
            problem is null,
            problem is null ? "The agent of ECS Exec is running." : $"{char.ToUpperInvariant(problem[0])}{problem[1..]}.",
            container.Name);
    }

    /// <summary>Why the agent in a container can't run commands; null if it can.</summary>
    public static string? AgentProblem(Container container) => container.ManagedAgents?.Find(one =>
        one.Name == ManagedAgentName.ExecuteCommandAgent) switch
    {
        { LastStatus: DesiredStatus.Running } => null,
        null => "the container has no agent of ECS Exec",
        var agent => $"the agent of ECS Exec is {agent.LastStatus}{(agent.Reason is { } reason ? $" ({reason})" : "")}",
    };

    private CommandCheck Of(string check, bool? passed, string reason, string? container = null) =>
        new() { Task = task.TaskArn!, Container = container ?? "", Check = check, Passed = passed, Reason = reason };
}
