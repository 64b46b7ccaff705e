using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Capacity providers at the prompt: made, described, changed, given to clusters, deleted.</summary>
public sealed class CapacityProviderTests
{
    private const string Make = "New-EcsCapacityProvider big -AutoScalingGroupProvider @{ autoScalingGroupArn = 'arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/big' }";
    private const string Give = "Set-EcsClusterCapacityProvider shop -CapacityProvider big, FARGATE -DefaultCapacityProviderStrategy @{ capacityProvider = 'big'; weight = 1 }";

    [Fact]
    public void A_new_one_is_ACTIVE_and_has_the_defaults_of_its_group()
    {
        using var prompt = Shop.Open(instances: 0);
        var provider = prompt.Run($"{Make} -Tag @{{ team = 'web' }} -Verbose").One<CapacityProvider>();
        Assert.Equal(("big", "ACTIVE", "EC2_AUTOSCALING"), (provider.Name, provider.Status, provider.Type));
        var group = provider.AutoScalingGroupProvider!;
        Assert.Equal(("DISABLED", 100, "DISABLED", "ENABLED"), (group.ManagedScaling!.Status, group.ManagedScaling.TargetCapacity, group.ManagedTerminationProtection, group.ManagedDraining));
    }

    [Theory]
    [InlineData("Get", "The cluster of the session isn't used")]
    [InlineData("Update", "The cluster of the session isn't used")]
    [InlineData("Remove", "The cluster of the session isn't used")]
    [InlineData("New", "One of an Auto Scaling group can be used by all clusters")]
    public void The_help_does_not_promise_the_sessions_cluster(string verb, string says)
    {
        using var prompt = new EcsPrompt();
        Assert.Contains(says, prompt.Run($"(Get-Command {verb}-EcsCapacityProvider).Parameters['Cluster'].Attributes.HelpMessage").One<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_are_listed_with_those_of_Fargate_and_wildcards_choose()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run(Make).Clean();
        Assert.Equal(["FARGATE", "FARGATE_SPOT", "big"], prompt.Run("Get-EcsCapacityProvider").All<CapacityProvider>().Select(p => p.Name!));
        Assert.Equal(["FARGATE", "FARGATE_SPOT"], prompt.Run("Get-EcsCapacityProvider F*").All<CapacityProvider>().Select(p => p.Name!));
        var missing = prompt.Run("Get-EcsCapacityProvider big, nosuch");
        Assert.Equal("big", Assert.Single(missing.Output.Select(o => ((CapacityProvider)o.BaseObject).Name)));
        Assert.StartsWith("MISSING,", missing.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_are_described_when_they_are_asked_for()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"{Make} -Tag @{{ team = 'web' }}").Clean();
        Assert.Empty(prompt.Run("Get-EcsCapacityProvider big").One<CapacityProvider>().Tags!);
        Assert.Equal("web", Assert.Single(prompt.Run("Get-EcsCapacityProvider big -Include TAGS").One<CapacityProvider>().Tags!).Value);
    }

    [Fact]
    public void One_piped_to_an_update_is_changed_and_keeps_the_rest()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run(Make).Clean();
        var updated = prompt.Run("Get-EcsCapacityProvider big | Update-EcsCapacityProvider -AutoScalingGroupProvider @{ managedScaling = @{ status = 'enabled'; targetCapacity = 80 } }; Step-EcsLocal | Out-Null; Get-EcsCapacityProvider big").All<CapacityProvider>()[^1];
        Assert.Equal(("ENABLED", 80, 300), (updated.AutoScalingGroupProvider!.ManagedScaling!.Status, updated.AutoScalingGroupProvider.ManagedScaling.TargetCapacity, updated.AutoScalingGroupProvider.ManagedScaling.InstanceWarmupPeriod));
    }

    [Fact]
    public void A_cluster_is_given_its_providers_and_default_strategy()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run(Make).Clean();
        var cluster = prompt.Run(Give).One<Cluster>();
        Assert.Equal(["big", "FARGATE"], cluster.CapacityProviders!);
        var item = Assert.Single(cluster.DefaultCapacityProviderStrategy!);
        Assert.Equal(("big", 1, 0), (item.CapacityProvider, item.Weight, item.Base));
    }

    [Fact]
    public void One_that_a_cluster_has_is_not_deleted_and_one_that_is_free_becomes_INACTIVE()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"{Make}; {Give}").Clean();
        Assert.Contains("associated with cluster: shop", prompt.Run("Remove-EcsCapacityProvider big -Confirm:$false").Error().ToString(), StringComparison.Ordinal);
        prompt.Run("Step-EcsLocal; Set-EcsClusterCapacityProvider shop -CapacityProvider @() -DefaultCapacityProviderStrategy @(); Get-EcsCapacityProvider big | Remove-EcsCapacityProvider -Confirm:$false; Step-EcsLocal").Clean();
        Assert.Equal("INACTIVE", prompt.Run("Get-EcsCapacityProvider big").One<CapacityProvider>().Status);
        Assert.Equal(["FARGATE", "FARGATE_SPOT"], prompt.Run("Get-EcsCapacityProvider").All<CapacityProvider>().Select(p => p.Name!));
    }

    [Theory]
    [InlineData("New-EcsCapacityProvider fargate-2 -AutoScalingGroupProvider @{ autoScalingGroupArn = 'a' }", "ClientException", "The name cannot be prefixed with \"aws\", \"ecs\", or \"fargate\".")]
    [InlineData("New-EcsCapacityProvider big -AutoScalingGroupProvider @{ autoScalingGroupArn = 'a' }", "ClientException", "already exists")]
    [InlineData("New-EcsCapacityProvider other", "InvalidParameterException", "Specify either an Auto Scaling group provider or a Managed Instances provider.")]
    [InlineData("Update-EcsCapacityProvider nosuch -AutoScalingGroupProvider @{ managedDraining = 'ENABLED' }", "ClientException", "does not exist")]
    [InlineData("Update-EcsCapacityProvider FARGATE -AutoScalingGroupProvider @{ managedDraining = 'ENABLED' }", "ClientException", "reserved")]
    [InlineData("Remove-EcsCapacityProvider nosuch -Confirm:$false", "ClientException", "does not exist")]
    [InlineData("Set-EcsClusterCapacityProvider shop -CapacityProvider nosuch -DefaultCapacityProviderStrategy @()", "InvalidParameterException", "The specified capacity provider was not found.")]
    [InlineData("Set-EcsClusterCapacityProvider shop -CapacityProvider big, FARGATE -DefaultCapacityProviderStrategy @{ capacityProvider = 'big' }, @{ capacityProvider = 'FARGATE' }", "InvalidParameterException", "cannot contain a mix")]
    [InlineData("Set-EcsClusterCapacityProvider shop -CapacityProvider big -DefaultCapacityProviderStrategy @{ capacityProvider = 'FARGATE' }", "InvalidParameterException", "not associated with the cluster")]
    [InlineData("Set-EcsClusterCapacityProvider nosuch -CapacityProvider big -DefaultCapacityProviderStrategy @()", "ClusterNotFoundException", "Cluster not found.")]
    public void What_ECS_refuses_is_one_error(string script, string type, string message)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run(Make).Clean();
        var error = prompt.Run(script).Error();
        Assert.StartsWith(type + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_that_gets_a_scaling_provider_is_busy_for_a_while()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"{Make.Replace(" }", "; managedScaling = @{ status = 'ENABLED' } }", StringComparison.Ordinal)}; {Give}").Clean();
        Assert.StartsWith("UpdateInProgressException,", prompt.Run(Give).Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        prompt.Run($"Step-EcsLocal; {Give}").Clean();
    }
}
