using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Clusters are changed in place.</summary>
public sealed class ClusterUpdateTests
{
    [Fact]
    public void Settings_are_changed_through_either_cmdlet_from_the_pipeline()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("enabled", Assert.Single(prompt.Run("Get-EcsCluster shop | Update-EcsClusterSetting -Setting @{ containerInsights = 'enabled' }").One<Cluster>().Settings!).Value);
        Assert.Equal("disabled", Assert.Single(prompt.Run("Get-EcsCluster shop | Update-EcsCluster -Setting @{ name = 'containerInsights'; value = 'disabled' }").One<Cluster>().Settings!).Value);
        Assert.Equal("disabled", Assert.Single(prompt.Run("Get-EcsCluster shop -Include SETTINGS").One<Cluster>().Settings!).Value);
    }

    [Fact]
    public void The_namespace_of_Service_Connect_is_set_and_taken_away()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("ns", prompt.Run("Update-EcsCluster shop -ServiceConnectDefaults @{ namespace = 'ns' }").One<Cluster>().ServiceConnectDefaults!.Namespace);
        Assert.Null(prompt.Run("Update-EcsCluster shop -ServiceConnectDefaults @{ namespace = '' }").One<Cluster>().ServiceConnectDefaults);
    }

    [Fact]
    public void Configuration_is_described_when_it_is_asked_for()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("Update-EcsCluster shop -Configuration @{ executeCommandConfiguration = @{ logging = 'NONE' } }").Clean();
        Assert.Null(prompt.Run("Get-EcsCluster shop").One<Cluster>().Configuration);
        Assert.Equal("NONE", prompt.Run("Get-EcsCluster shop -Include CONFIGURATIONS").One<Cluster>().Configuration!.ExecuteCommandConfiguration!.Logging);
    }

    [Theory]
    [InlineData("Update-EcsCluster nosuch -Setting @{ containerInsights = 'enabled' }", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("Update-EcsCluster gone -Setting @{ containerInsights = 'enabled' }", "ClientException", "Cluster was not ACTIVE.")]
    [InlineData("Update-EcsCluster shop -Setting @{ containerInsight = 'enabled' }", "InvalidParameterException", "setting name should be one of [containerInsights]")]
    [InlineData("Update-EcsClusterSetting nosuch -Setting @{ containerInsights = 'enabled' }", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("Update-EcsClusterSetting gone -Setting @{ containerInsights = 'enabled' }", "ClientException", "Cluster was not ACTIVE.")]
    [InlineData("Update-EcsClusterSetting shop -Setting @{ containerInsights = 'maybe' }", "InvalidParameterException", "setting value of containerInsights should be one of")]
    public void What_ECS_refuses_is_one_error_that_names_the_cluster(string script, string type, string message)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("New-EcsCluster gone; Remove-EcsCluster gone -Confirm:$false").Clean();
        var error = prompt.Run(script).Error();
        Assert.StartsWith(type + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(script.Split(' ')[1], error.ToString(), StringComparison.Ordinal);
    }
}
