using EcsTools.Local.Engine.Core;
using EcsTools.Model;
using EcsTools.Rules.TaskDefinitions;

namespace EcsTools.Local.Api.DaemonTaskDefinitions;

/// <summary>The rules for daemon task definitions: those for task definitions, as far as daemons have the members.</summary>
internal static class DaemonDefinitionRules
{
    /// <exception cref="EcsFault">ECS would refuse it.</exception>
    public static void Enforce(RegisterDaemonTaskDefinitionRequest request)
    {
        var alike = WireJson.Read<RegisterTaskDefinitionRequest>(WireJson.ToBytes(request));
        (alike.PidMode, alike.IpcMode) = (null, null); // a daemon has others
        Check.Rules(TaskDefinitionRules.All, new Definition(alike) { IsDaemon = true });
        Check.OneOf(request.PidMode, "pidMode", [.. DaemonPidMode.Values]);
        Check.OneOf(request.IpcMode, "ipcMode", [.. DaemonIpcMode.Values]);
    }
}
