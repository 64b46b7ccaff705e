using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Gateways, and their associations with clusters, that are waited for.</summary>
public sealed class GatewayWaitTests
{
    private const string New = "New-EcsGateway front -InfrastructureRoleArn arn:aws:iam::123456789012:role/g -Configuration @{ hostSharedAlb = @{} } -DeletionProtection:$false";

    [Fact]
    public void A_gateway_is_made_changed_and_removed_and_each_waited_for()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("ACTIVE", prompt.Run($"{New} -Wait").One<Gateway>().Status);
        Assert.Equal("UPDATE_COMPLETE", prompt.Run("Get-EcsGateway | Update-EcsGateway -PropagateTags NONE -Wait").One<Gateway>().Status);
        Assert.Equal("DELETED", prompt.Run("Get-EcsGateway | Remove-EcsGateway -Wait -PassThru -Confirm:$false").One<Gateway>().Status);
    }

    [Fact]
    public void A_gateway_deleted_while_it_is_updated_is_an_error()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"$null = {New}").Clean();
        using var other = new Bystander(prompt).In(2, "Remove-EcsGateway front -Confirm:$false");
        Assert.StartsWith("MISSING,", prompt.Run("Update-EcsGateway front -PropagateTags NONE -Wait").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_association_is_waited_for_until_its_last_route_is_gone()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"$null = Register-EcsTaskDefinition web -ContainerDefinition @{{ name = 'web'; image = 'nginx'; memory = 64; portMappings = @{{ name = 'http'; containerPort = 80 }} }}; $null = {New}").Clean();
        Assert.Equal("ACTIVE", prompt.Run("Add-EcsGatewayCluster front -Wait").One<GatewayClusterAssociationSummary>().Status);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 0 -GatewayConnector @{ portName = 'http' }").Clean();
        var late = prompt.Run("Remove-EcsGatewayCluster front -Wait -Timeout 00:01:00 -Confirm:$false").Error();
        Assert.Contains("Cluster shop and gateway front: the wait timed out after 00:01:00 (DISASSOCIATING)", late.ToString(), StringComparison.Ordinal);
        using var other = new Bystander(prompt).In(60, "Remove-EcsService web -Confirm:$false");
        Assert.Equal("INACTIVE", prompt.Run("Remove-EcsGatewayCluster front -Wait -PassThru -Confirm:$false").One<GatewayClusterAssociationSummary>().Status);
    }
}
