using System.Management.Automation;
using EcsTools.Docs;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Objects;

/// <summary>Cmdlets accept a resource under the name that the views show.</summary>
public sealed class ShownNameTests
{
    /// <summary>Things that a type of another name shows.</summary>
    private static readonly Dictionary<string, string> Types = new() { ["Daemon"] = "DaemonDetail", ["Family"] = "TaskDefinitionFamily", ["Resource"] = "any type at all" };

    private static readonly string[] Names = ["Name", "Id", "Definition", "Family"];

    [Fact]
    public void Every_cmdlet_takes_what_it_acts_on_under_the_name_that_the_view_shows()
    {
        using var prompt = new EcsPrompt();
        var targets = (from command in prompt.Run("Get-Command -Module EcsTools -CommandType Cmdlet").All<CmdletInfo>()
                       from parameter in command.Parameters.Values
                       let thing = parameter.Attributes.FirstOrDefault(attribute => attribute.GetType().Name == "IdentityAttribute")
                       where thing is not null && parameter.Attributes.OfType<ParameterAttribute>().Any(use => use is { Position: 0, ValueFromPipeline: true })
                       let shown = Shown((string)thing.GetType().GetProperty("Thing")!.GetValue(thing)!)
                       where shown is not null
                       select (Use: $"{command.Name} -{parameter.Name}", Takes: parameter.Aliases.Append(parameter.Name), Shown: shown)).ToList();
        Assert.True(targets.Count > 50, $"{targets.Count} cmdlets act on something");
        Assert.Empty(targets.Where(target => !target.Takes.Contains(target.Shown)).Select(target => $"{target.Use}: {target.Shown}"));
    }

    [Fact]
    public void Rows_say_which_is_meant_by_that_name_and_objects_of_others_do_not()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'a'; image = 'b'; memory = 8 }; $null = New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        Assert.Equal("web", prompt.Run("([pscustomobject]@{ Name = 'web' } | Get-EcsService).Name").One<string>());
        Assert.Equal("web", prompt.Run("(Get-EcsService -Name web).Name").One<string>());
        Assert.Equal("shop", prompt.Run("(Get-EcsCluster -Name shop).Name").One<string>());
        Assert.Equal("web", prompt.Run("(Get-EcsCluster | Get-EcsService).Name").One<string>()); // a cluster's Name names no service
        Assert.NotEmpty(prompt.Run("[System.IO.FileInfo]::new('/tmp/web') | Remove-EcsService -Force -Confirm:$false").Errors);
        Assert.NotEmpty(prompt.Run("[System.Diagnostics.Process]::GetCurrentProcess() | Stop-EcsTask -Confirm:$false").Errors);
        Assert.Equal("ACTIVE", prompt.Run("(Get-EcsService web).Status").One<string>());
    }

    private static string? Shown(string thing) => Views.Read().Descendants("View")
        .Where(view => view.Element("TableControl") is not null && view.Descendants("TypeName").Any(type => type.Value == $"EcsTools.Model.{Types.GetValueOrDefault(thing, thing)}"))
        .Select(view => view.Descendants("Label").Where(label => label.Parent!.Name == "TableColumnHeader").Select(label => label.Value).FirstOrDefault(Names.Contains)).FirstOrDefault();
}
