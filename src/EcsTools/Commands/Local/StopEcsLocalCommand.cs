using System.Management.Automation;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Ends the session's local ECS. Its state is gone; the session goes back to where it was before.</summary>
/// <remarks>Removing the module does the same. The engine asks a public type of the module for that, and this one is public already.</remarks>
[Cmdlet(VerbsLifecycle.Stop, "EcsLocal"), OutputType(typeof(void))]
public sealed class StopEcsLocalCommand : EcsToolsCommand, IModuleAssemblyCleanup
{
    /// <summary>Ends it. Where none runs there is nothing to do.</summary>
    private protected override void Process() => EcsSession.Current.StopLocal();

    void IModuleAssemblyCleanup.OnRemove(PSModuleInfo psModuleInfo) => EcsSession.Current.StopLocal();
}
