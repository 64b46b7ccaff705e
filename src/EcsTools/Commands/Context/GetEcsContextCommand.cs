using System.Management.Automation;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Shows where this session's cmdlets go when they are not told.</summary>
[Cmdlet(VerbsCommon.Get, "EcsContext"), OutputType(typeof(EcsContext))]
public sealed class GetEcsContextCommand : EcsToolsCommand
{
    /// <summary>Emits the context.</summary>
    private protected override void Process() => WriteObject(EcsSession.Current.Context);
}
