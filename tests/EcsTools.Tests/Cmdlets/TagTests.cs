using System.Text.Json.Nodes;
using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Tags of all that ECS can tag, by the objects that stand for it.</summary>
public sealed class TagTests
{
    [Theory]
    [InlineData("Get-EcsCluster shop")]
    [InlineData("Get-EcsService web")]
    [InlineData("Get-EcsTask -First 1")]
    [InlineData("Get-EcsContainerInstance -First 1")]
    [InlineData("Get-EcsTaskDefinition web")]
    [InlineData("(Get-EcsService web).ServiceArn")]
    public void Whatever_has_an_arn_can_be_piped_to_be_tagged_read_and_untagged(string thing)
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait").Clean();
        Assert.Empty(prompt.Run($"{thing} | Add-EcsTag -Tag @{{ team = 'web'; stage = 'test' }}").All<Tag>());
        Assert.Equal(["stage=test", "team=web"], Read(prompt, $"{thing} | Get-EcsTag").Order());
        prompt.Run($"{thing} | Remove-EcsTag -TagKey team").Clean();
        Assert.Equal(["stage=test"], Read(prompt, $"{thing} | Get-EcsTag"));
    }

    [Fact]
    public void Tags_that_are_not_named_are_not_changed()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("Add-EcsTag (Get-EcsCluster shop) @{ team = 'web'; stage = 'test' }; Add-EcsTag (Get-EcsCluster shop) @{ stage = 'prod'; owner = 'jo' }").Clean();
        Assert.Equal(["owner=jo", "stage=prod", "team=web"], Read(prompt, "Get-EcsCluster shop | Get-EcsTag").Order());
    }

    [Fact]
    public void Tags_of_one_resource_can_be_piped_to_another_in_one_call()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$shop = Get-EcsCluster shop; $other = New-EcsCluster other; $shop | Add-EcsTag -Tag @{ team = 'web'; stage = 'test' }").Clean();
        Assert.Equal(1, prompt.Run("$shop | Get-EcsTag | Add-EcsTag $other -Verbose").Clean().Calls("TagResource"));
        Assert.Equal(["stage=test", "team=web"], Read(prompt, "$other | Get-EcsTag").Order());
        Assert.Equal(2, prompt.Run("$shop, $other | Get-EcsTag | Remove-EcsTag -Verbose").Clean().Calls("UntagResource"));
        Assert.Empty(prompt.Run("$shop, $other | Get-EcsTag").All<Tag>());
    }

    [Theory]
    [InlineData("Add-EcsTag $arn @{ team = 'web' }", "TagResource", """{"resourceArn":"$arn","tags":[{"key":"team","value":"web"}]}""")]
    [InlineData("Remove-EcsTag $arn team, stage", "UntagResource", """{"resourceArn":"$arn","tagKeys":["team","stage"]}""")]
    [InlineData("Get-EcsTag $arn", "ListTagsForResource", """{"resourceArn":"$arn"}""")]
    public void What_is_sent_is_what_the_api_asks_for(string script, string operation, string body)
    {
        const string arn = "arn:aws:ecs:us-east-1:123456789012:service/shop/web";
        using var peer = new HttpPeer(HttpPeer.Ok("{}"));
        using var prompt = new EcsPrompt();
        prompt.Run($"$arn = '{arn}'; {script} -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey AKIAEXAMPLE -SecretKey x").Clean();
        var received = Assert.Single(peer.Received);
        Assert.EndsWith("." + operation, received.Headers["x-amz-target"], StringComparison.Ordinal);
        Assert.Equal(body.Replace("$arn", arn, StringComparison.Ordinal), JsonNode.Parse(received.Text)!.ToJsonString());
    }

    [Fact]
    public void The_tags_of_a_deleted_cluster_can_still_be_described() => AssertKept(
        "$null = New-EcsCluster other; Get-EcsCluster other | Add-EcsTag -Tag @{ team = 'web' }; Remove-EcsCluster other -Confirm:$false",
        "(Get-EcsCluster other -Include TAGS).Tags");

    [Fact]
    public void The_tags_of_a_deleted_service_can_still_be_described() => AssertKept(
        "$null = New-EcsService web -TaskDefinition web -DesiredCount 0 -Tag @{ team = 'web' }; Remove-EcsService web -Confirm:$false; Step-EcsLocal",
        "(Get-EcsService web -Include TAGS).Tags");

    [Fact]
    public void The_tags_of_an_unregistered_instance_are_deleted_with_it() => AssertGone(
        "$i = Get-EcsContainerInstance; $i | Add-EcsTag -Tag @{ team = 'web' }; $i | Unregister-EcsContainerInstance -Confirm:$false",
        "($i | Get-EcsContainerInstance -Include TAGS).Tags");

    [Fact]
    public void The_tags_of_a_stopped_task_can_still_be_described() => AssertKept(
        "$t = Start-EcsTask web -Tag @{ team = 'web' }; $t | Stop-EcsTask; Step-EcsLocal",
        "($t | Get-EcsTask -Include TAGS).Tags");

    [Theory]
    [InlineData("Add-EcsTag $arn:cluster/shop @{ 'aws:x' = '1' }", "InvalidParameterException", "Tag keys that begin with aws: are kept for AWS.")]
    [InlineData("Remove-EcsTag $arn:cluster/shop aws:x", "InvalidParameterException", "Tag keys that begin with aws: are kept for AWS.")]
    [InlineData("Add-EcsTag $arn:cluster/shop $fiftyOne", "InvalidParameterException", "Tags can not have more than 50 elements.")]
    [InlineData("Get-EcsTag $arn:cluster/nosuch", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("Add-EcsTag $arn:service/shop/nosuch @{ a = 'b' }", "ResourceNotFoundException", "The specified resource was not found. Specify a valid ARN and try again.")]
    [InlineData("Remove-EcsTag $arn:task-definition/nosuch:1 a", "ResourceNotFoundException", "The specified resource was not found. Specify a valid ARN and try again.")]
    [InlineData("Get-EcsTag nosuch", "InvalidParameterException", "Invalid ARN. Specify the full ARN of a resource of ECS and try again.")]
    [InlineData("Get-EcsTag $arn:car/red", "InvalidParameterException", "Unsupported resource type: car")]
    public void What_cannot_be_tagged_is_one_error_that_names_it(string script, string type, string message)
    {
        using var prompt = Shop.Open(instances: 0);
        var error = prompt.Run("$fiftyOne = @{}; 1..51 | ForEach-Object { $fiftyOne[\"k$_\"] = 'v' }\n" + script.Replace("$arn", "arn:aws:ecs:us-east-1:123456789012", StringComparison.Ordinal)).Error();
        Assert.StartsWith(type + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(message, Refusal.EcsText(error));
        Assert.IsType<string>(error.TargetObject);
    }

    private static void AssertKept(string script, string tags)
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run(script).Clean();
        Assert.Contains("team=web", prompt.Run(tags).All<Tag>().Select(tag => $"{tag.Key}={tag.Value}"));
    }

    private static void AssertGone(string script, string tags)
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run(script).Clean();
        Assert.Empty(prompt.Run(tags).All<Tag>());
    }

    private static IEnumerable<string> Read(EcsPrompt prompt, string script) => prompt.Run(script).All<Tag>().Select(tag => $"{tag.Key}={tag.Value}");
}
