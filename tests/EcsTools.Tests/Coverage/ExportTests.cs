using System.Management.Automation;
using System.Reflection;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Coverage;

/// <summary>The names of the cmdlets in the manifest, which the build takes from the names of their files.</summary>
public sealed class ExportTests
{
    [Fact]
    public void Each_class_of_a_cmdlet_is_exported_under_its_name()
    {
        using var prompt = new EcsPrompt();
        var exported = prompt.Run("Get-Command -Module EcsTools -CommandType Cmdlet").All<CmdletInfo>();
        var classes = exported[0].ImplementingType.Assembly.GetTypes().Select(type => (Type: type, Cmdlet: type.GetCustomAttribute<CmdletAttribute>())).Where(one => one.Cmdlet is not null && !one.Type.IsAbstract);
        Assert.Equal(classes.Select(one => $"{one.Cmdlet!.VerbName}-{one.Cmdlet.NounName}").Order(), exported.Select(cmdlet => cmdlet.Name).Order());
        Assert.Equal(exported.Select(cmdlet => cmdlet.Name).Order(), Docs.Exports.Cmdlets.Order());
    }
}
