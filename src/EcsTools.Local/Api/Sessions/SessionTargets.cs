using EcsTools.Local.Engine.State;
using EcsTools.Local.Sessions;
using EcsTools.Model;

namespace EcsTools.Local.Api.Sessions;

/// <summary>The facts about the container of a session.</summary>
internal static class SessionTargets
{
    public static SessionTarget Of(TaskState task, string container, string command)
    {
        var definition = task.Definition.Resource.ContainerDefinitions?.Find(one => one.Name == container);
        var overridden = task.Resource.Overrides?.ContainerOverrides?.Find(one => one.Name == container)?.Environment;
        return new()
        {
            Command = command,
            TaskArn = task.Resource.TaskArn!,
            Family = task.Family,
            Service = task.ServiceName,
            Container = container,
            Image = definition?.Image,
            Environment = [.. (definition?.Environment ?? []).Concat(overridden ?? []).Select(one => (one.Name ?? "", one.Value ?? ""))],
            Mounts = [.. (definition?.MountPoints ?? []).Select(mount => mount.ContainerPath).OfType<string>()],
            HasNoShell = task.ContainerStates?.Find(one => one.Name == container)?.Behavior.HasNoShell == true,
            KmsKeyId = task.Cluster.Resource.Configuration?.ExecuteCommandConfiguration?.KmsKeyId,
        };
    }

    /// <summary>The address for the client: this local ECS.</summary>
    public static string Url(Call call, string session) => $"ws{call.Url["http".Length..]}v1/data-channel/{session}?role=publish_subscribe";
}
