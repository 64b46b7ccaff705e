using System.Management.Automation;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Ends the session's local ECS. Its state is gone; the session goes back to where it was before.</summary>
[Cmdlet(VerbsLifecycle.Stop, "EcsLocal")]
public sealed class StopEcsLocalCommand : EcsToolsCommand
{
    /// <summary>Ends it. Where none runs there is nothing to do.</summary>
    private protected override void Process() => EcsSession.Current.StopLocal();
}
