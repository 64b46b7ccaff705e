using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class DescribeTaskDefinitionTests
{
    [Theory]
    [InlineData("web:1", 1)]
    [InlineData("web", 2)]
    [InlineData("arn:aws:ecs:us-east-1:123456789012:task-definition/web:3", 3)]
    public void Family_and_revision_find_that_one_and_the_family_alone_its_latest_ACTIVE_revision(string name, int revision)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("Get-EcsTaskDefinition web | Register-EcsTaskDefinition; Get-EcsTaskDefinition web | Register-EcsTaskDefinition; Unregister-EcsTaskDefinition web:3 -Confirm:$false").Clean();
        Assert.Equal(revision, prompt.Run($"Get-EcsTaskDefinition {name}").One<TaskDefinition>().Revision);
    }

    [Fact]
    public void An_INACTIVE_one_can_be_described_while_a_service_references_it()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait; Unregister-EcsTaskDefinition web:1 -Confirm:$false").Clean();
        Assert.Equal("INACTIVE", prompt.Run("Get-EcsService web | Get-EcsTaskDefinition").One<TaskDefinition>().Status);
    }
}
