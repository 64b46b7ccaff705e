using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Capacity providers, and clusters that have them, that are waited for.</summary>
public sealed class CapacityWaitTests
{
    private const string New = "New-EcsCapacityProvider big -AutoScalingGroupProvider @{ autoScalingGroupArn = 'arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/big'; managedScaling = @{ status = 'ENABLED' } }";
    private const string Set = "Set-EcsClusterCapacityProvider shop -CapacityProvider big -DefaultCapacityProviderStrategy @() -Wait";

    [Fact]
    public void A_capacity_provider_is_made_changed_and_removed_and_each_waited_for()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("ACTIVE", prompt.Run($"{New} -Wait").One<CapacityProvider>().Status);
        Assert.Equal("UPDATE_COMPLETE", prompt.Run("Update-EcsCapacityProvider big -AutoScalingGroupProvider @{ managedDraining = 'ENABLED' } -Wait").One<CapacityProvider>().UpdateStatus);
        Assert.Equal("INACTIVE", prompt.Run("Get-EcsCapacityProvider big | Remove-EcsCapacityProvider -Wait -PassThru -Confirm:$false").One<CapacityProvider>().Status);
    }

    [Fact]
    public void A_cluster_is_waited_for_until_it_has_its_capacity_providers()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("UPDATE_COMPLETE", prompt.Run($"$null = {New}; {Set}").One<Cluster>().AttachmentsStatus);
        Assert.Equal("ACTIVE", prompt.Run("New-EcsCluster other -CapacityProvider big -Wait").One<Cluster>().Status);
        Assert.Equal("INACTIVE", prompt.Run("Remove-EcsCluster other -Wait -PassThru -Confirm:$false").One<Cluster>().Status);
    }

    [Fact]
    public void A_cluster_that_was_waited_for_has_its_tags_and_settings()
    {
        using var prompt = Shop.Open(instances: 0);
        var made = prompt.Run($"$null = {New}; New-EcsCluster other -CapacityProvider big -Tag @{{ team = 'shop' }} -Setting @{{ name = 'containerInsights'; value = 'enabled' }} -Wait").One<Cluster>();
        Assert.Equal(("team", "enabled"), (Assert.Single(made.Tags!).Key, Assert.Single(made.Settings!).Value));
    }

    [Fact]
    public void A_capacity_provider_in_use_is_refused_at_once()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"$null = {New}; $null = {Set}").Clean();
        var said = prompt.Run("Remove-EcsCapacityProvider big -Wait -Verbose -Confirm:$false");
        Assert.StartsWith("DELETE_FAILED,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, said.Calls("DescribeCapacityProviders"));
    }
}
