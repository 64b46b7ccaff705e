using System.Management.Automation;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Gets the default region, credentials, endpoint, and cluster of the session.</summary>
[Cmdlet(VerbsCommon.Get, "EcsContext"), OutputType(typeof(EcsContext))]
public sealed class GetEcsContextCommand : EcsToolsCommand
{
    /// <summary>Emits the context.</summary>
    private protected override void Process() => WriteObject(EcsSession.Current.Context);
}
