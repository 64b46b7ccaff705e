using System.Management.Automation;
using EcsTools.Session;

namespace EcsTools;

/// <summary>What happens when the module is removed: the local ECS that the session started ends. Importing starts and loads nothing.</summary>
public sealed class ModuleInitializer : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => EcsSession.Current.StopLocal();
}
