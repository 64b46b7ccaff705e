using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Service deployments that are waited for.</summary>
public sealed class ServiceDeploymentWaitTests
{
    private const string Begun = """
        $null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait
        $null = Get-EcsTaskDefinition web | Register-EcsTaskDefinition
        $null = Update-EcsService web -TaskDefinition web
        """;

    [Fact]
    public void The_deployment_of_a_service_is_waited_for()
    {
        using var prompt = Shop.Open();
        prompt.Run(Begun).Clean();
        Assert.Equal("SUCCESSFUL", prompt.Run("Get-EcsService web | Wait-EcsServiceDeployment").One<ServiceDeployment>().Status);
        Assert.Equal(2, prompt.Run("Get-EcsServiceDeployment web | Wait-EcsServiceDeployment").All<ServiceDeployment>().Count);
    }

    [Fact]
    public void A_deployment_that_is_rolled_back_is_an_error_with_the_service_s_events()
    {
        using var prompt = Shop.Open();
        prompt.Run(Begun).Clean();
        using var other = new Bystander(prompt).In(3, "Get-EcsService web | Stop-EcsServiceDeployment");
        var error = prompt.Run("Get-EcsService web | Wait-EcsServiceDeployment").Error();
        Assert.Equal("ROLLBACK_SUCCESSFUL,EcsTools.Commands.WaitEcsServiceDeploymentCommand", error.FullyQualifiedErrorId);
        Assert.Contains(Assert.IsType<EcsWaitException>(error.Exception).Events, one => one.Message!.Contains("reached a steady state", StringComparison.Ordinal));
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Stopping_one_is_waited_for_until_the_service_is_as_it_was()
    {
        using var prompt = Shop.Open();
        prompt.Run(Begun).Clean();
        Assert.Equal("ROLLBACK_SUCCESSFUL", prompt.Run("Get-EcsService web | Stop-EcsServiceDeployment -Wait -PassThru").One<ServiceDeployment>().Status);
        Assert.EndsWith("web:1", prompt.Run("Get-EcsService web").One<Service>().TaskDefinition, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_never_ends_is_a_timeout_that_says_how_far_it_has_come()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 2").Clean();
        var said = prompt.Run("Get-EcsService web | Wait-EcsServiceDeployment -Timeout 00:10:00 -Verbose");
        Assert.StartsWith("WaitTimeout,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("0 running, 0 pending, 2 requested", said.Error().ToString(), StringComparison.Ordinal);
        Assert.Contains("was unable to place a task", said.Error().ToString(), StringComparison.Ordinal);
        Assert.InRange(said.Calls("DescribeServiceDeployments"), 600 / 15, (600 / 12) + 10);
    }

    [Fact]
    public void An_Express_service_is_made_changed_and_removed_and_each_waited_for()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("function New-Site { New-EcsExpressGatewayService site -InfrastructureRoleArn arn:aws:iam::123456789012:role/i -ExecutionRoleArn arn:aws:iam::123456789012:role/e -PrimaryContainer @{ image = 'site:1' } @args }").Clean();
        Assert.Equal("ACTIVE", prompt.Run("New-Site -Wait").One<ECSExpressGatewayService>().Status!.StatusCode);
        Assert.Equal(1, prompt.Run("Get-EcsService site").One<Service>().RunningCount);
        var updated = prompt.Run("Get-EcsExpressGatewayService site | Update-EcsExpressGatewayService -PrimaryContainer @{ image = 'site:2' } -Wait").One<ECSExpressGatewayService>();
        Assert.Equal("site:2", Assert.Single(updated.ActiveConfigurations!).PrimaryContainer!.Image);
        Assert.Equal("INACTIVE", prompt.Run("Get-EcsExpressGatewayService site | Remove-EcsExpressGatewayService -Wait -PassThru -Confirm:$false").One<ECSExpressGatewayService>().Status!.StatusCode);
    }
}
