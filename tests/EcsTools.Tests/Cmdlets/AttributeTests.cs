using EcsTools.Model;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Attributes of container instances, ECS's own and those that users put on.</summary>
public sealed class AttributeTests
{
    [Fact]
    public void A_list_has_one_attribute_object_for_each_attribute_on_each_resource()
    {
        using var prompt = Shop.Open(instances: 3);
        var all = prompt.Run("Get-EcsAttribute").All<Attribute>();
        var instances = prompt.Run("Get-EcsContainerInstance").All<ContainerInstance>();
        Assert.Equal(instances.Sum(i => i.Attributes!.Count), all.Count);
        Assert.All(instances, i => Assert.Equal(i.Attributes!.Count, all.Count(a => a.TargetId == i.ContainerInstanceArn)));
    }

    [Fact]
    public void A_name_filters_on_the_server_and_a_name_and_value_too()
    {
        using var prompt = Shop.Open(instances: 3);
        Assert.Equal(3, prompt.Run("Get-EcsAttribute ecs.os-type -AttributeValue linux").All<Attribute>().Count);
        Assert.Empty(prompt.Run("Get-EcsAttribute ecs.os-type -AttributeValue windows").All<Attribute>());
        var zone = prompt.Run("Get-EcsAttribute ecs.availability-zone -AttributeValue us-east-1b").One<Attribute>();
        Assert.Equal(("ecs.availability-zone", "us-east-1b"), (zone.Name, zone.Value));
        Assert.All(prompt.Run("Get-EcsAttribute ecs.os-*").All<Attribute>(), a => Assert.StartsWith("ecs.os-", a.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Instances_from_the_pipeline_are_listed_in_one_call_for_their_cluster()
    {
        using var prompt = Shop.Open(instances: 3);
        var said = prompt.Run("Set-EcsContext -Cluster elsewhere; $two = Get-EcsContainerInstance -Cluster shop -First 2; $two | Get-EcsAttribute ecs.os-type -Verbose");
        Assert.Equal(1, said.Calls("ListAttributes"));
        Assert.Equal(prompt.Run("$two.ContainerInstanceArn").All<string>(), said.All<Attribute>().Select(a => a.TargetId!));
    }

    [Fact]
    public void An_attribute_that_is_not_there_is_made_and_one_that_is_gets_the_new_value()
    {
        using var prompt = Shop.Open(instances: 1);
        var made = prompt.Run("Get-EcsContainerInstance | Set-EcsAttribute stack production").One<Attribute>();
        Assert.Equal(("stack", "production"), (made.Name, made.Value));
        prompt.Run("$null = Get-EcsAttribute stack | Set-EcsAttribute -Value test").Clean();
        Assert.Equal("test", prompt.Run("Get-EcsAttribute stack").One<Attribute>().Value);
        Assert.Equal("test", Assert.Single(prompt.Run("Get-EcsContainerInstance").One<ContainerInstance>().Attributes!, a => a.Name == "stack").Value);
    }

    [Fact]
    public void Twelve_instances_are_set_in_two_calls_of_at_most_ten()
    {
        using var prompt = Shop.Open(instances: 12);
        var said = prompt.Run("Get-EcsContainerInstance | Set-EcsAttribute stack production -Verbose");
        Assert.Equal(2, said.Calls("PutAttributes"));
        Assert.Equal(12, said.All<Attribute>().Count);
    }

    [Fact]
    public void Attributes_can_be_given_as_the_api_has_them()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$id = (Get-EcsContainerInstance).ContainerInstanceArn.Split('/')[-1]").Clean();
        var set = prompt.Run("Set-EcsAttribute -Attribute @{ name = 'a'; value = '1'; targetType = 'container-instance'; targetId = $id }, @{ name = 'b' } -ContainerInstance $id").All<Attribute>();
        Assert.Equal(["a=1", "b="], set.Select(a => $"{a.Name}={a.Value}"));
    }

    [Fact]
    public void A_removed_attribute_is_gone_and_shown_only_on_request()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("$null = Get-EcsContainerInstance | Set-EcsAttribute stack production").Clean();
        Assert.Equal("production", prompt.Run("Get-EcsContainerInstance -First 1 | Remove-EcsAttribute stack -PassThru").One<Attribute>().Value);
        Assert.Empty(prompt.Run("Get-EcsAttribute stack | Remove-EcsAttribute").All<Attribute>());
        Assert.Empty(prompt.Run("Get-EcsAttribute stack").All<Attribute>());
        Assert.Empty(prompt.Run("Get-EcsContainerInstance | Remove-EcsAttribute stack -PassThru").All<Attribute>()); // there is nothing left to remove
    }

    [Fact]
    public void Tasks_are_placed_by_custom_attributes_as_soon_as_these_are_put_on()
    {
        using var prompt = Shop.Open(instances: 2);
        prompt.Run("""
            $null = New-EcsService picky -TaskDefinition web -DesiredCount 1 -PlacementConstraint @{ type = 'memberOf'; expression = 'attribute:stack == production' }
            Step-EcsLocal
            """).Clean();
        Assert.Equal(0, prompt.Run("Get-EcsService picky").One<Service>().RunningCount);
        prompt.Run("$null = Get-EcsContainerInstance -First 1 | Set-EcsAttribute stack production; Step-EcsLocal").Clean();
        Assert.Equal(1, prompt.Run("Get-EcsService picky").One<Service>().RunningCount);
        Assert.Single(prompt.Run("Get-EcsContainerInstance -Filter 'attribute:stack == production'").All<ContainerInstance>());
    }

    [Fact]
    public void An_instance_has_at_most_ten_custom_attributes_and_a_refused_call_puts_none()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$i = Get-EcsContainerInstance; $null = Set-EcsAttribute -ContainerInstance $i -Attribute @(1..9 | ForEach-Object { @{ name = \"a$_\" } })").Clean();
        var error = prompt.Run("Set-EcsAttribute -ContainerInstance $i -Attribute @{ name = 'a1' }, @{ name = 'b' }, @{ name = 'c' }").Error();
        Assert.StartsWith("AttributeLimitExceededException,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(9, prompt.Run("Get-EcsAttribute a*").All<Attribute>().Count);
        prompt.Run("$null = Set-EcsAttribute -ContainerInstance $i -Attribute @{ name = 'a1'; value = 'x' }, @{ name = 'b' }").Clean();
    }

    [Theory]
    [InlineData("Set-EcsAttribute stack production -ContainerInstance 00000000000000000000000000000000", "TargetNotFoundException", "The specified target was not found. Specify a container instance of the cluster and try again.")]
    [InlineData("Remove-EcsAttribute stack -ContainerInstance 00000000000000000000000000000000", "TargetNotFoundException", "The specified target was not found. Specify a container instance of the cluster and try again.")]
    [InlineData("Set-EcsAttribute ecs.os-type windows -ContainerInstance $i", "InvalidParameterException", "The attribute ecs.os-type is managed by Amazon ECS and cannot be changed.")]
    [InlineData("Remove-EcsAttribute ecs.os-type -ContainerInstance $i", "InvalidParameterException", "The attribute ecs.os-type is managed by Amazon ECS and cannot be changed.")]
    [InlineData("Set-EcsAttribute 'a b' -ContainerInstance $i", "InvalidParameterException", "Attribute names have 1 to 128 letters, numbers, hyphens, underscores, slashes, back slashes and periods.")]
    [InlineData("Set-EcsAttribute a ' b' -ContainerInstance $i", "InvalidParameterException", "The value of the attribute a is invalid. At most 128 letters, numbers and the characters - _ . @ : / \\ and space are allowed, no space first or last.")]
    [InlineData("Set-EcsAttribute -Attribute @{ name = 'a'; targetId = '00000000000000000000000000000000' }", "InvalidParameterException", "targetType must be specified when targetId is not a full ARN.")]
    [InlineData("Set-EcsAttribute -Attribute @{ name = 'a' }", "InvalidParameterException", "targetId can not be blank.")]
    [InlineData("Get-EcsAttribute -AttributeValue linux", "InvalidParameterException", "An attribute value can only be looked for together with an attribute name.")]
    [InlineData("Get-EcsAttribute -TargetType car", "InvalidParameterException", "targetType should be one of [container-instance]")]
    [InlineData("Get-EcsAttribute -Cluster nosuch", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("Set-EcsAttribute a -ContainerInstance $i -Cluster nosuch", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("Remove-EcsAttribute a -ContainerInstance $i -Cluster nosuch", "ClusterNotFoundException", "Cluster not found.")]
    public void What_ECS_refuses_is_one_error(string script, string type, string message)
    {
        using var prompt = Shop.Open(instances: 1);
        var error = prompt.Run($"$i = Get-EcsContainerInstance; {script}").Error();
        Assert.StartsWith(type + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(message, Refusal.EcsText(error));
    }

    [Theory]
    [InlineData("@{ rack = 'r1'; color = 'blue' }")]
    [InlineData("@{ rack = 'r1' }, @{ color = 'blue' }")]
    [InlineData("([pscustomobject]@{ rack = 'r1'; color = 'blue' })")]
    [InlineData("@{ name = 'rack'; value = 'r1' }, @{ name = 'color'; value = 'blue' }")]
    public void Attributes_take_a_hashtable_as_tags_do(string attributes)
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run($"$null = Set-EcsAttribute -ContainerInstance (Get-EcsContainerInstance).ContainerInstanceArn -Attribute {attributes}").Clean();
        Assert.Equal(["color=blue", "rack=r1"], prompt.Run("Get-EcsAttribute | Where-Object Name -in rack, color | ForEach-Object { \"$($_.Name)=$($_.Value)\" }").All<string>().Order());
        Assert.Contains("did you mean value?", prompt.Run("Set-EcsAttribute -ContainerInstance x -Attribute @{ name = 'rack'; valeu = 'r1' }").Error().ToString(), StringComparison.Ordinal);
    }
}
