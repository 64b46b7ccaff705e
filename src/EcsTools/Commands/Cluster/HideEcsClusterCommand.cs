using System.Management.Automation;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Closes the page that Show-EcsCluster started in this session.</summary>
[Cmdlet(VerbsCommon.Hide, "EcsCluster"), OutputType(typeof(void))]
public sealed class HideEcsClusterCommand : EcsToolsCommand
{
    /// <summary>Ends the page. If none is open, the cmdlet does nothing.</summary>
    private protected override void Process() => EcsSession.Current.Show(null);
}
