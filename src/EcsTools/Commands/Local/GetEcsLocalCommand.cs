using System.Management.Automation;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Shows the session's local ECS; nothing when it runs none.</summary>
[Cmdlet(VerbsCommon.Get, "EcsLocal"), OutputType(typeof(EcsLocal))]
public sealed class GetEcsLocalCommand : EcsToolsCommand
{
    /// <summary>Emits it.</summary>
    private protected override void Process()
    {
        if (EcsSession.Current.Local is { } server) WriteObject(EcsLocal.Of(server));
    }
}
