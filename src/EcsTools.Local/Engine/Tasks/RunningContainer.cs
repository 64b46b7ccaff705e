using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The facts that a container shows while it runs and after it has stopped.</summary>
internal static class RunningContainer
{
    public static void Show(EcsEngine engine, TaskState task, Container container)
    {
        var definition = task.Definition.Resource.ContainerDefinitions?.Find(definition => definition.Name == container.Name);
        container.LastStatus = LastStatus.Running;
        container.RuntimeId ??= task.Resource.LaunchType == LaunchType.Fargate
            ? engine.Random.FargateRuntimeId(task.Id)
            : engine.Random.RuntimeId();
        container.ImageDigest ??= ImageDigests.Of(container.Image);
        RevisionImages.Note(task, container);
        container.NetworkInterfaces = TaskInterface.Shown(task.Resource);
        container.NetworkBindings ??= task.HasInterface ? [] : definition?.PortMappings?.ConvertAll(mapping => Bind(task, mapping));
        if (task.Resource.EnableExecuteCommand == true)
            container.ManagedAgents = [new()
            {
                Name = ManagedAgentName.ExecuteCommandAgent,
                LastStatus = LastStatus.Running,
                LastStartedAt = engine.Now.UtcDateTime,
            }];
    }

    /// <summary>It has stopped, and its agents with it.</summary>
    public static void Stop(Container container)
    {
        container.LastStatus = LastStatus.Stopped;
        container.ManagedAgents = container.ManagedAgents?.ConvertAll(agent =>
        {
            var stopped = agent.Copy();
            stopped.LastStatus = LastStatus.Stopped;
            return stopped;
        });
    }

    private static NetworkBinding Bind(TaskState task, PortMapping mapping) => new()
    {
        BindIP = "0.0.0.0",
        ContainerPort = mapping.ContainerPort,
        HostPort = mapping.HostPort is > 0 and var port ? port : task.Instance?.Ports.GiveAny(),
        Protocol = mapping.Protocol,
    };
}
