using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class ListTaskDefinitionsTests
{
    [Theory]
    [InlineData("", "web:2 web:1 api:1")]
    [InlineData("-FamilyPrefix web", "web:2 web:1")]
    [InlineData("-FamilyPrefix nosuch", "")]
    [InlineData("-Status INACTIVE", "api:2")]
    [InlineData("-Status INACTIVE -FamilyPrefix web", "")]
    public void Those_registered_are_listed_by_family_and_by_status(string filter, string expected)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("""
            Get-EcsTaskDefinition web | Register-EcsTaskDefinition
            1..2 | ForEach-Object { Register-EcsTaskDefinition api -ContainerDefinition @{ name = 'x'; image = 'x'; memory = 8 } }
            Unregister-EcsTaskDefinition api:2 -Confirm:$false
            """).Clean();
        Assert.Equal(expected, string.Join(' ', prompt.Run($"Get-EcsTaskDefinition {filter}").All<TaskDefinition>().Select(d => $"{d.Family}:{d.Revision}")));
    }
}
