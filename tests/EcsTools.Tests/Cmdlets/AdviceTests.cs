using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>An error recommends what to do next.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData("Invoke-EcsCommand $task /bin/sh", "-EnableExecuteCommand")]
    [InlineData("Remove-EcsTaskSet $set -Confirm:$false", "Update-EcsTaskSet -Scale 0")]
    [InlineData("$null = Update-EcsServicePrimaryTaskSet ext $set; $null = Update-EcsTaskSet $set -Scale 0; Step-EcsLocal | Out-Null; Remove-EcsTaskSet $set -Confirm:$false", "Update-EcsServicePrimaryTaskSet")]
    [InlineData("New-EcsService new -TaskDefinition web", "-DesiredCount")]
    [InlineData("New-EcsService web -TaskDefinition web -DesiredCount 9", "Update-EcsService")]
    [InlineData("Start-EcsTask vpc", "-NetworkConfiguration @{")]
    [InlineData("Unregister-EcsTaskDefinition web -Confirm:$false", "web:3")]
    [InlineData("Get-EcsTaskSet web", "EXTERNAL")]
    [InlineData("New-EcsTaskSet web -TaskDefinition web", "EXTERNAL")]
    [InlineData("Remove-EcsGateway front -Confirm:$false", "-DeletionProtection:$false")]
    [InlineData("Get-EcsPollEndpoint 00000000000000000000000000000000", "Get-EcsContainerInstance")]
    [InlineData("Get-EcsTaskDefinitionFamily nope", "Get- cmdlet, and check -Region")]
    [InlineData("Get-EcsTask 00000000000000000000000000000000", "with Get-EcsTask, and check -Cluster and -Region")]
    [InlineData("Get-EcsServiceEvent nope", "with Get-EcsService, and check")]
    [InlineData("Measure-EcsCluster nope", "with Get-EcsCluster, and check")]
    [InlineData("Get-EcsServiceRevision nope", "pipe in the service: Get-EcsService web | Get-EcsServiceRevision")]
    [InlineData("Wait-EcsServiceDeployment nope", "pipe in the service: Get-EcsService web | Wait-EcsServiceDeployment")]
    [InlineData("Wait-EcsService nope -Timeout 60", "check -Cluster and -Region")]
    [InlineData("New-EcsService new -TaskDefinition web -DesiredCount -1", "Get-Help New-EcsService")]
    [InlineData("$null = New-EcsCluster made -Tag @{ a = 1 }; New-EcsCluster made -Setting @{ containerInsights = 'enabled' }", "Update-EcsCluster")]
    [InlineData("Update-EcsService gone -DesiredCount 1", "New-EcsService")]
    [InlineData("Register-EcsTaskDefinition f -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'a'; image = 'b' }", "-NetworkMode awsvpc")]
    [InlineData("Start-EcsTask web -LaunchType FARGATE", "-NetworkMode awsvpc")]
    [InlineData("Get-EcsTask abc", "32 hexadecimal digits")]
    [InlineData("Get-EcsContainerInstance abc", "32 hexadecimal digits")]
    [InlineData("Get-EcsLog web", "Get-EcsLog -ServiceName")]
    [InlineData("Invoke-EcsCommand web ls", "Get-EcsTask -ServiceName")]
    [InlineData("Get-EcsTag web", "pipe in the resource itself")]
    [InlineData("Remove-EcsCluster shop -Confirm:$false", "Remove-EcsCluster shop -Recurse")]
    [InlineData("Get-EcsTask -ServiceName nope", "Get-EcsService -Cluster shop.")]
    [InlineData("Update-EcsService nope -Cluster shop -DesiredCount 1", "Get-EcsService -Cluster shop.")]
    [InlineData("Unregister-EcsTaskDefinition web -Confirm:$false", "Get-EcsTaskDefinition web lists")]
    public void What_to_do_next_is_what_the_cmdlet_needs(string script, string advice)
    {
        using var prompt = Refusal.World();
        prompt.Run("""
            $null = New-EcsService ext -DesiredCount 2 -DeploymentController EXTERNAL
            $set = (New-EcsTaskSet ext -TaskDefinition web -Scale 100).TaskSetArn
            $null = New-EcsService gone -TaskDefinition web -DesiredCount 0
            Remove-EcsService gone -Confirm:$false
            $null = New-EcsGateway front -InfrastructureRoleArn arn:aws:iam::123456789012:role/x -Configuration @{ hostSharedAlb = @{} }
            $null = Step-EcsLocal
            """).Clean();
        Assert.Contains(advice, prompt.Run(script).Error().ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_Express_service_is_made_again_as_one()
    {
        using var peer = new HttpPeer(HttpPeer.Error(400, "ServiceNotActiveException", "Service was not ACTIVE."));
        using var prompt = new EcsPrompt();
        var error = prompt.Run($"Remove-EcsExpressGatewayService arn:aws:ecs:us-east-1:123456789012:service/shop/x -Confirm:$false -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b").Error();
        Assert.Contains("New-EcsExpressGatewayService", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    /// <summary>The errors that the API has in its model, each in the answer to one call.</summary>
    [Fact]
    public void No_error_of_the_API_is_without_advice()
    {
        using var prompt = Shop.Open(instances: 0);
        foreach (var code in Operations.All.SelectMany(operation => operation.Errors).Distinct())
        {
            prompt.Run($"Set-EcsLocalBehavior -Operation DescribeClusters -ErrorCode {code} -ErrorMessage 'as told' | Out-Null").Clean();
            var error = prompt.Run("Get-EcsCluster shop").Error();
            Assert.StartsWith(code + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
            prompt.Run("Get-EcsLocalBehavior | Remove-EcsLocalBehavior").Clean();
        }
    }
}
