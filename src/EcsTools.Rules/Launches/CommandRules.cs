using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>ECS Exec: the agent in the task opens its sessions with the task role, on every launch type.</summary>
internal sealed class CommandRules : RuleMaking<Launch>
{
    private const string Path = "enableExecuteCommand";

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Reported(
            "A service with ECS Exec has a task definition with a task role.",
            "The service couldn't be {0:created} because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
            "Set taskRoleArn in the task definition, or remove enableExecuteCommand.",
            all => When(all.IsService && IsWithoutRole(all), Path, all.IsUpdate ? "updated" : "created")),
        Reported(
            "A task with ECS Exec has a task role, from its task definition or as an override.",
            "The execute command failed because a valid task role is not being used. Specify a valid task role in your task definition or as a task override and try again.",
            "Set taskRoleArn in the task definition or in overrides, or remove enableExecuteCommand.",
            all => When(!all.IsService && IsWithoutRole(all) && string.IsNullOrEmpty(all.Overrides?.TaskRoleArn), Path)),
    ]);

    private static bool IsWithoutRole(Launch all) => all.Get<bool?>(Path) == true && all.Definition is { TaskRoleArn: null or "" };
}
