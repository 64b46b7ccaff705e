using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>What AWS.Tools users type, where it means the same.</summary>
public sealed class AliasTests
{
    [Theory]
    [InlineData("New-ECSTask", "Start-EcsTask")]
    [InlineData("Get-ECSClusterList", "Get-EcsCluster")]
    [InlineData("Get-ECSClusterService", "Get-EcsService")]
    [InlineData("Get-ECSTaskDefinitionList", "Get-EcsTaskDefinition")]
    [InlineData("Write-ECSAttribute", "Set-EcsAttribute")]
    [InlineData("Write-ECSAccountSetting", "Set-EcsAccountSetting")]
    [InlineData("Write-ECSAccountSettingDefault", "Set-EcsAccountSettingDefault")]
    [InlineData("Write-ECSClusterCapacityProvider", "Set-EcsClusterCapacityProvider")]
    [InlineData("Add-ECSResourceTag", "Add-EcsTag")]
    [InlineData("Remove-ECSResourceTag", "Remove-EcsTag")]
    [InlineData("Get-ECSTagsForResource", "Get-EcsTag")]
    [InlineData("Update-ECSContainerInstancesState", "Update-EcsContainerInstanceState")]
    public void A_name_of_AWS_Tools_is_an_alias(string alias, string cmdlet)
    {
        using var prompt = new EcsPrompt();
        Assert.Equal(cmdlet, prompt.Run($"Get-Command {alias}").One<AliasInfo>().ResolvedCommand.Name);
    }

    [Fact]
    public void The_module_exports_no_other_alias()
    {
        using var prompt = new EcsPrompt();
        Assert.Equal(24, prompt.Run("Get-Command -Module EcsTools -CommandType Alias").All<AliasInfo>().Count);
    }
}
