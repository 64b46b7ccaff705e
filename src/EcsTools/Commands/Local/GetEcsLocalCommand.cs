using System.Management.Automation;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Gets the local ECS of the session.</summary>
[Cmdlet(VerbsCommon.Get, "EcsLocal"), OutputType(typeof(EcsLocal))]
public sealed class GetEcsLocalCommand : EcsToolsCommand
{
    /// <summary>Writes it; nothing if none is running.</summary>
    private protected override void Process()
    {
        if (EcsSession.Current.Local is { } server) WriteObject(EcsLocal.Of(server));
    }
}
