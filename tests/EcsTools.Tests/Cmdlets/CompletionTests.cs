namespace EcsTools.Tests.Cmdlets;

/// <summary>Tab offers what there is.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("Get-EcsCluster ", "shop")]
    [InlineData("Get-EcsService -Cluster sh", "shop")]
    [InlineData("Update-EcsService w", "web,worker")]
    [InlineData("Get-EcsService web | Update-EcsService -TaskDefinition w", "web")]
    [InlineData("Start-EcsTask web:", "web:2,web:1")]
    [InlineData("Get-EcsTask -Family w", "web")]
    [InlineData("New-EcsService x -LaunchType ", "EC2,EXTERNAL,FARGATE,MANAGED_INSTANCES")]
    [InlineData("New-EcsService x -SchedulingStrategy d", "DAEMON")]
    [InlineData("Update-EcsContainerInstanceState x -Status dr", "DRAINING")]
    [InlineData("Get-EcsCluster -Region eu-west-", "eu-west-1,eu-west-2,eu-west-3")]
    public void Tab_completes(string line, string expected)
    {
        using var prompt = Shop.Open();
        prompt.Run("'web', 'worker' | ForEach-Object { New-EcsService $_ -TaskDefinition web -DesiredCount 1 }; Get-EcsTaskDefinition web | Register-EcsTaskDefinition; Get-EcsCluster").Clean();
        Assert.Equal(expected.Split(','), prompt.Tab(line));
    }

    [Fact]
    public void Tab_completes_tasks_and_instances_by_id()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("$null = Start-EcsTask web -Count 2").Clean();
        Assert.Equal(prompt.Run("Get-EcsTask | ForEach-Object { $_.TaskArn.Split('/')[-1] }").All<string>().Order(), prompt.Tab("Stop-EcsTask ").Order());
        Assert.Equal(2, prompt.Tab("Get-EcsContainerInstance ").Count);
    }

    [Fact]
    public void Tab_is_silent_where_nothing_answers()
    {
        using var prompt = new EcsPrompt();
        Assert.Empty(prompt.Tab("Get-EcsService -Region us-east-1 -EndpointUrl http://127.0.0.1:1 -Service nosuch"));
        Assert.Empty(prompt.Run("$error").Output);
    }
}
