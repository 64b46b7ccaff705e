using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Objects return with computed properties, such as Name and Ports, which aren't in ECS.</summary>
public sealed class ComputedRoundTripTests
{
    [Fact]
    public void A_container_definition_that_went_through_custom_objects_is_registered_again()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Set("columns", typeof(ContainerDefinition).GetProperties().Select(property => property.Name).ToArray());
        var made = prompt.Run("""
            $first = Register-EcsTaskDefinition site -ContainerDefinition @{ name = 'a'; image = 'nginx:1'; memory = 8; portMappings = @(@{ containerPort = 80 }) }
            $row = [ordered]@{}
            foreach ($name in $columns) { if ($null -ne $first.ContainerDefinitions[0].$name) { $row[$name] = $first.ContainerDefinitions[0].$name } }
            Register-EcsTaskDefinition site -ContainerDefinition ([pscustomobject]$row)
            """).One<TaskDefinition>();
        Assert.Equal("80/tcp", Assert.Single(Assert.Single(made.ContainerDefinitions!).Ports!));
    }

    [Fact]
    public void A_computed_name_with_another_value_is_a_mistake_like_any_other()
    {
        using var prompt = Shop.Open(instances: 0);
        var refused = prompt.Run("Register-EcsTaskDefinition site -ContainerDefinition @{ name = 'a'; image = 'nginx:1'; memory = 8; ports = 80 }");
        Assert.Contains("ports", $"{refused.Ended}{string.Concat(refused.Errors)}", StringComparison.Ordinal);
    }
}
