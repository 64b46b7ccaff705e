namespace EcsTools.Tests.Cmdlets;

/// <summary>Waits where reads lag five seconds behind writes: a new thing is missing, and a changed one looks as if it had settled.</summary>
public sealed class LaggingWaitTests
{
    private const string Role = "arn:aws:iam::123456789012:role/r";

    private const string Before = $$"""
        $null = New-EcsService web -TaskDefinition web -DesiredCount 4
        $null = New-EcsService ext -DesiredCount 4 -DeploymentController @{ type = 'EXTERNAL' }
        $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx:2'; memory = 64 }
        $null = Register-EcsDaemonTaskDefinition agent -ContainerDefinition @{ name = 'agent'; image = 'agent:1'; memory = 64 }
        $null = New-EcsGateway front -InfrastructureRoleArn {{Role}} -Configuration @{ hostSharedAlb = @{} } -DeletionProtection:$false
        $null = New-EcsCapacityProvider big -AutoScalingGroupProvider @{ autoScalingGroupArn = 'arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/big'; managedScaling = @{ status = 'ENABLED' } }
        function Show($Thing) { "$($Thing.Status) $($Thing.RunningCount)" }
        $null = Step-EcsLocal 00:10:00
        """;

    [Theory]
    [InlineData("Show (New-EcsService new -TaskDefinition web -DesiredCount 2 -Wait)", "ACTIVE 2")]
    [InlineData("(Update-EcsService web -TaskDefinition web:2 -Wait).Deployments.TaskDefinition", "arn:aws:ecs:us-east-1:123456789012:task-definition/web:2")]
    [InlineData("Show (Update-EcsService web -DesiredCount 6 -Wait)", "ACTIVE 6")]
    [InlineData("Show (Remove-EcsService web -Force -Wait -PassThru -Confirm:$false)", "INACTIVE 0")]
    [InlineData("(Start-EcsTask web | Wait-EcsTask -Status RUNNING).LastStatus", "RUNNING")]
    [InlineData("(Start-EcsTask web | Stop-EcsTask -Wait -PassThru).LastStatus", "STOPPED")]
    [InlineData("Show (New-EcsTaskSet ext -TaskDefinition web -Scale 50 -Wait)", "ACTIVE 2")]
    [InlineData("(Get-EcsContainerInstance -First 1 | Update-EcsContainerInstanceState -Status DRAINING -Wait).Status", "DRAINING")]
    [InlineData("(New-EcsGateway back -InfrastructureRoleArn arn:aws:iam::123456789012:role/r -Configuration @{ hostSharedAlb = @{} }).Status", "ACTIVE")]
    [InlineData("Update-EcsGateway front -PropagateTags NONE -Wait | ForEach-Object { \"$($_.Status) $($_.PropagateTags)\" }", "UPDATE_COMPLETE NONE")]
    [InlineData("(Add-EcsGatewayCluster front -Wait).Status", "ACTIVE")]
    [InlineData("(Set-EcsClusterCapacityProvider shop -CapacityProvider big -DefaultCapacityProviderStrategy @() -Wait).AttachmentsStatus", "UPDATE_COMPLETE")]
    [InlineData(DaemonWaitTests.Provider + "(Get-EcsDaemonTaskDefinition agent | New-EcsDaemon agent -CapacityProviderArn arn:aws:ecs:us-east-1:123456789012:capacity-provider/mi -Wait).Status", "ACTIVE")]
    [InlineData("(New-EcsExpressGatewayService site -InfrastructureRoleArn arn:aws:iam::123456789012:role/r -ExecutionRoleArn arn:aws:iam::123456789012:role/r -PrimaryContainer @{ image = 'site:1' } -Wait).Status.StatusCode", "ACTIVE")]
    public void A_wait_takes_nothing_old_for_what_it_waits_for(string script, string settled)
    {
        using var prompt = Shop.Open(lag: TimeSpan.FromSeconds(5));
        prompt.Run(Before).Clean();
        Assert.Equal(settled, prompt.Run(script).One<string>());
    }
}
