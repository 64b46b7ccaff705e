using System.Management.Automation;

namespace EcsTools.Commands;

/// <summary>Stops the local ECS of the session and deletes its state. The session's previous context is restored.</summary>
/// <remarks>
/// Removing the module does the same. The engine calls a public type of the module for that, and this one is public already.
/// </remarks>
[Cmdlet(VerbsLifecycle.Stop, "EcsLocal", SupportsShouldProcess = true), OutputType(typeof(void))]
public sealed class StopEcsLocalCommand : EcsLocalCommand, IModuleAssemblyCleanup
{
    /// <summary>Stops it. If none is running, the cmdlet does nothing.</summary>
    private protected override void Process()
    {
        if (Session.Local is { } server && ShouldProcess(Subject(server), "Stop, and delete its state")) Session.StopLocal();
    }

    void IModuleAssemblyCleanup.OnRemove(PSModuleInfo psModuleInfo)
    {
        Session.Show(null);
        Session.StopLocal();
    }
}
