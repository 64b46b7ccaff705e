using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Tests.Cmdlets;
using EcsTools.Tests.Model;

namespace EcsTools.Tests.Objects;

/// <summary>What Get-Member and completion show of the module: what people use, and no plumbing.</summary>
public sealed class VisibleMemberTests
{
    private static readonly string[] Usual = ["CompareTo", "Equals", "GetHashCode", "GetType", "ToString"];

    [Fact]
    public void Structures_show_no_method_of_their_own() => Assert.All(AllStructures.Shapes, shape =>
        Assert.Empty(PSObject.AsPSObject(shape.Create()).Methods.Select(method => method.Name).Where(name => !IsAccessor(name)).Except(Usual)));

    [Fact]
    public void Structures_show_no_property_but_those_of_their_class() => Assert.All(AllStructures.Shapes, shape =>
        Assert.Empty(PSObject.AsPSObject(shape.Create()).Properties.Select(property => property.Name).Except(shape.Type.GetProperties().Select(property => property.Name))));

    [Fact]
    public void Types_that_are_no_concern_of_users_stay_out_of_the_modules_namespace()
    {
        using var prompt = new EcsPrompt();
        Assert.Empty(prompt.Run("[System.AppDomain]::CurrentDomain.GetAssemblies().Where{ $_.GetName().Name -eq 'EcsTools' }.ExportedTypes.Where{ $_.Namespace -eq 'EcsTools' }").Output);
    }

    [Fact]
    public void Every_cmdlet_says_what_it_emits()
    {
        using var prompt = new EcsPrompt();
        Assert.Empty(prompt.Run("(Get-Command -Module EcsTools -CommandType Cmdlet).Where{ -not $_.OutputType }").Output);
    }

    /// <summary>Get-Member leaves these out, unless it is asked by -Force.</summary>
    private static bool IsAccessor(string name) => name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal);
}
