using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>What ECS refuses of the cmdlets for task definitions, as an error at the prompt.</summary>
public sealed class TaskDefinitionErrorTests
{
    [Theory]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i' }", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "Invalid setting for container 'a'. At least one of 'memory' or 'memoryReservation' must be specified.")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i'; memory = 8; memoryReservation = 9 }", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "'memory' must be greater than or equal to 'memoryReservation'.")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; memory = 8 }", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "Container.image should not be null or empty.")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ image = 'i'; memory = 8 }", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "Container.name should not be null or empty.")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i'; memory = 8 }, @{ name = 'a'; image = 'i'; memory = 8 }", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "Container names must be unique")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i'; memory = 8; essential = $false }", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "doesn't have any essential container")]
    [InlineData("Register-EcsTaskDefinition -CliInputJson '{ \"family\": \"x\", \"containerDefinitions\": [] }'", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "Container list cannot be empty.")]
    [InlineData("Register-EcsTaskDefinition 'a b' -ContainerDefinition @{ name = 'a'; image = 'i'; memory = 8 }", "ClientException", ErrorCategory.InvalidArgument, "a b", "Family contains invalid characters.")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i'; memory = 8 } -NetworkMode pigeon", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "networkMode should be one of")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i'; memory = 8; portMappings = @{ containerPort = 80; hostPort = 81 } } -NetworkMode awsvpc", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "the host ports and container ports in port mappings must match.")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i'; memory = 8; portMappings = @{ containerPort = 70000 } }", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "containerPort must be between 1 and 65535.")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i' } -Memory 512 -RequiresCompatibilities FARGATE", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "Fargate requires that 'cpu' be defined at the task level.")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i' } -Cpu 256 -Memory 8192 -NetworkMode awsvpc -RequiresCompatibilities FARGATE", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "No Fargate configuration exists for given values")]
    [InlineData("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'a'; image = 'i'; memory = 8 } -PlacementConstraint @{ type = 'distinctInstance' }", "ClientException", ErrorCategory.InvalidArgument, "task definition x", "constraint.type 'distinctInstance' is not supported.")]
    public void Register_EcsTaskDefinition_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Get-EcsTaskDefinition nosuch", "ClientException", ErrorCategory.InvalidArgument, "nosuch", "Unable to describe task definition.")]
    [InlineData("Get-EcsTaskDefinition web:7", "ClientException", ErrorCategory.InvalidArgument, "web:7", "Unable to describe task definition.")]
    [InlineData("Get-EcsTaskDefinition web:x", "ClientException", ErrorCategory.InvalidArgument, "web:x", "Invalid task definition: Invalid revision number.")]
    [InlineData("Get-EcsTaskDefinition web -Include EVENTS", "ClientException", ErrorCategory.InvalidArgument, "web", "EVENTS is not a valid value for include. The value must be one of [[TAGS]]")]
    public void Get_EcsTaskDefinition_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);

    [Theory]
    [InlineData("Unregister-EcsTaskDefinition web -Confirm:$false", "ClientException", ErrorCategory.InvalidArgument, "task definition web", "Revision is missing")]
    [InlineData("Unregister-EcsTaskDefinition web:7 -Confirm:$false", "ClientException", ErrorCategory.InvalidArgument, "task definition web:7", "The specified task definition does not exist.")]
    [InlineData("Unregister-EcsTaskDefinition web:x -Confirm:$false", "ClientException", ErrorCategory.InvalidArgument, "task definition web:x", "Invalid task definition: Invalid revision number.")]
    [InlineData("$null = Remove-EcsTaskDefinition old:1 -Confirm:$false; Unregister-EcsTaskDefinition old:1 -Confirm:$false", "ClientException", ErrorCategory.InvalidArgument, "task definition old:1", "in the process of being deleted")]
    public void Unregister_EcsTaskDefinition_is_refused(string script, string id, ErrorCategory category, string thing, string text) => Refusal.Check(script, id, category, thing, text);
}
