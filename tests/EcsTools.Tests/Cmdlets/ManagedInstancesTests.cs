using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Capacity providers of managed instances, which belong to one cluster.</summary>
public sealed class ManagedInstancesTests
{
    private const string Configuration = """
        @{
            infrastructureRoleArn = 'arn:aws:iam::123456789012:role/infra'
            instanceLaunchTemplate = @{ ec2InstanceProfileArn = 'arn:aws:iam::123456789012:instance-profile/p'; networkConfiguration = @{ subnets = @('subnet-1') }; monitoring = 'BASIC' }
        }
        """;

    private const string Make = $"$mine = New-EcsCapacityProvider mine -Cluster shop -ManagedInstancesProvider {Configuration}";

    [Fact]
    public void One_is_its_cluster_s_from_the_beginning_and_described_with_it_alone()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"{Make}; $null = New-EcsCluster other").Clean();
        var provider = prompt.Run("$mine").One<CapacityProvider>();
        Assert.Equal(("MANAGED_INSTANCES", "CREATE_COMPLETE"), (provider.Type, provider.UpdateStatus));
        Assert.EndsWith(":cluster/shop", provider.Cluster, StringComparison.Ordinal);
        Assert.Equal(["mine"], prompt.Run("Get-EcsCluster shop").One<Cluster>().CapacityProviders!);
        Assert.Contains("mine", prompt.Run("Get-EcsCapacityProvider -Cluster shop").All<CapacityProvider>().Select(p => p.Name));
        Assert.DoesNotContain("mine", prompt.Run("Get-EcsCapacityProvider -Cluster other").All<CapacityProvider>().Select(p => p.Name));
    }

    [Fact]
    public void One_from_the_pipeline_says_its_cluster_and_keeps_what_is_not_changed()
    {
        using var prompt = Shop.Open(instances: 0);
        var updated = prompt.Run($$"""
            {{Make}}
            $mine | Update-EcsCapacityProvider -ManagedInstancesProvider @{ infrastructureRoleArn = 'arn:aws:iam::123456789012:role/new'; instanceLaunchTemplate = @{ monitoring = 'DETAILED' } }
            """).One<CapacityProvider>().ManagedInstancesProvider!;
        Assert.Equal(("arn:aws:iam::123456789012:role/new", "DETAILED"), (updated.InfrastructureRoleArn, updated.InstanceLaunchTemplate!.Monitoring));
        Assert.Equal(["subnet-1"], updated.InstanceLaunchTemplate.NetworkConfiguration!.Subnets!);
    }

    [Fact]
    public void Its_cluster_is_not_deleted_before_it_and_loses_it_when_it_is_gone()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run(Make).Clean();
        Assert.StartsWith("ClusterContainsCapacityProviderException,", prompt.Run("Remove-EcsCluster shop -Confirm:$false").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("DEPROVISIONING", prompt.Run("$mine | Remove-EcsCapacityProvider -Confirm:$false -PassThru").One<CapacityProvider>().Status);
        prompt.Run("$null = Step-EcsLocal").Clean();
        Assert.Empty(prompt.Run("Get-EcsCluster shop").One<Cluster>().CapacityProviders!);
        prompt.Run("Remove-EcsCluster shop -Confirm:$false").Clean();
    }

    [Theory]
    [InlineData("New-EcsCapacityProvider x -ManagedInstancesProvider @{ infrastructureRoleArn = 'r' }", "InvalidParameterException", "must specify an instance profile")]
    [InlineData("New-EcsCapacityProvider x -ManagedInstancesProvider @{ infrastructureRoleArn = 'r'; instanceLaunchTemplate = @{ ec2InstanceProfileArn = 'p' } }", "InvalidParameterException", "with non empty subnets")]
    [InlineData("Remove-EcsCapacityProvider mine -Confirm:$false", "InvalidParameterException", "already exists with cluster scope")]
    [InlineData("Remove-EcsCapacityProvider mine -Cluster other -Confirm:$false", "InvalidParameterException", "does not match the cluster name in the request")]
    [InlineData("Update-EcsCapacityProvider mine -Cluster shop -AutoScalingGroupProvider @{ managedDraining = 'ENABLED' }", "InvalidParameterException", "Specify changes of the kind")]
    [InlineData("Set-EcsClusterCapacityProvider other -CapacityProvider mine -DefaultCapacityProviderStrategy @()", "InvalidParameterException", "was not found")]
    public void What_ECS_refuses_is_one_error(string script, string type, string message)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"{Make}; $null = New-EcsCluster other").Clean();
        var error = prompt.Run(script).Error();
        Assert.StartsWith(type + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.Exception.Message, StringComparison.Ordinal);
    }
}
