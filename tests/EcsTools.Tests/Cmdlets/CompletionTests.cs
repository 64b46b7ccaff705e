using System.Text.RegularExpressions;
using EcsTools.Tests.Client;

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

    [Theory]
    [InlineData("Get-EcsCluster ", "^ACTIVE, 1 services, 1 tasks running$")]
    [InlineData("Get-EcsService ", "^ACTIVE, 1/1 tasks of web:1 running$")]
    [InlineData("Stop-EcsTask ", "RUNNING, web:1 of service:web")]
    [InlineData("Get-EcsContainerInstance ", "^ACTIVE, 1 tasks running i-[0-9a-f]+$")]
    [InlineData("Update-EcsCapacityProvider FARGATE_", "ACTIVE FARGATE_SPOT")]
    [InlineData("Stop-EcsServiceDeployment ", "COMPLETED")]
    [InlineData("Get-EcsServiceRevision ", "1/1 tasks running")]
    [InlineData("Get-EcsServiceRevision -Service web -ServiceRevision ", "deployment SUCCESSFUL")]
    [InlineData("Get-EcsCluster -Region eu-west-1", "Ireland")]
    public void What_Tab_offers_says_how_it_fares(string line, string tooltip)
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait").Clean();
        Assert.Matches(tooltip, Assert.Single(prompt.Offers(line, offers => offers.Any(offer => Regex.IsMatch(offer.ToolTip, tooltip)))).ToolTip);
    }

    [Fact]
    public void What_is_slow_to_tell_is_offered_by_name_alone()
    {
        var never = new TaskCompletionSource();
        using var peer = new HttpPeer(HttpPeer.Ok("""{"clusterArns":["arn:aws:ecs:us-east-1:1:cluster/shop"]}"""), HttpPeer.Hang(new(), never.Task));
        using var prompt = new EcsPrompt();
        var offer = Assert.Single(prompt.Offers($"Get-EcsCluster -Region us-east-1 -AccessKey a -SecretKey b -EndpointUrl {peer.Url} -Cluster ", offers => offers.Count > 0));
        Assert.Equal(("shop", "arn:aws:ecs:us-east-1:1:cluster/shop"), (offer.CompletionText, offer.ToolTip));
        never.SetResult();
    }

    [Fact]
    public void Tab_does_not_wait_for_what_never_answers()
    {
        var never = new TaskCompletionSource();
        using var peer = new HttpPeer(HttpPeer.Hang(new(), never.Task));
        using var prompt = new EcsPrompt();
        Assert.Empty(prompt.Tab($"Get-EcsCluster -Region us-east-1 -AccessKey a -SecretKey b -EndpointUrl {peer.Url} -Cluster "));
        never.SetResult();
    }

    [Fact]
    public void Every_parameter_whose_values_the_API_names_is_completed()
    {
        using var prompt = new EcsPrompt();
        var missing = prompt.Run("""
            foreach ($command in Get-Command -Module EcsTools) {
                foreach ($parameter in $command.Parameters.Values) {
                    $attributes = foreach ($attribute in $parameter.Attributes) { $attribute.GetType().Name }
                    if ($attributes -contains 'ValuesAttribute' -and $attributes -notcontains 'ArgumentCompleterAttribute') { "$command -$($parameter.Name)" }
                }
            }
            """).All<string>();
        Assert.Empty(missing);
    }

    [Fact]
    public void Tab_is_silent_where_nothing_answers()
    {
        using var prompt = new EcsPrompt();
        Assert.Empty(prompt.Tab("Get-EcsService -Region us-east-1 -EndpointUrl http://127.0.0.1:1 -Service nosuch"));
        Assert.Empty(prompt.Run("$error").Output);
    }
}
