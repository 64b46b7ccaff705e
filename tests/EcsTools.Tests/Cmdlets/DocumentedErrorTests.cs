using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Documented errors of the API, from a rule of the local ECS, or else from a configured behavior.</summary>
public sealed class DocumentedErrorTests
{
    [Theory]
    [InlineData("RunTask", "AccessDeniedException", "Start-EcsTask web", ErrorCategory.PermissionDenied)]
    [InlineData("RunTask", "BlockedException", "Start-EcsTask web", ErrorCategory.InvalidOperation)]
    [InlineData("RegisterTaskDefinition", "LimitExceededException", "Register-EcsTaskDefinition web -ContainerDefinition $container", ErrorCategory.LimitsExceeded)]
    [InlineData("Create*", "ServerException", "New-EcsService s -TaskDefinition web -DesiredCount 1", ErrorCategory.NotSpecified)]
    public void What_the_api_was_told_to_answer_is_an_error_at_the_prompt(string operation, string code, string script, ErrorCategory category) =>
        Refusal.Check($"$null = Set-EcsLocalBehavior -Operation {operation} -ErrorCode {code} -ErrorMessage 'as told'; {script}", code, category, "", "as told");

    [Theory]
    [InlineData("EphemeralStorage = @{ sizeInGiB = 30 }", "1.3.0", "1.4.0")]
    [InlineData("Volume = @{ name = 'v'; efsVolumeConfiguration = @{ fileSystemId = 'fs-1' } }", "1.3.0", "1.4.0")]
    [InlineData("Cpu = 8192; Memory = 16384", "1.3.0", "1.4.0")]
    [InlineData("ContainerDefinition = @{ name = 'x'; image = 'x'; secrets = @{ name = 'S'; valueFrom = 'arn' } }", "1.2.0", "1.3.0")]
    [InlineData("ContainerDefinition = @{ name = 'x'; image = 'x'; stopTimeout = 60 }", "1.2.0", "1.3.0")]
    [InlineData("ContainerDefinition = @{ name = 'x'; image = 'x'; repositoryCredentials = @{ credentialsParameter = 'arn' } }", "1.1.0", "1.2.0")]
    [InlineData("ContainerDefinition = @{ name = 'x'; image = 'x'; healthCheck = @{ command = 'CMD', 'true' } }", "1.0.0", "1.1.0")]
    public void A_platform_version_that_lacks_what_a_task_definition_needs_is_refused(string needs, string tooOld, string enough)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($$"""
            $definition = @{ Family = 'fg'; NetworkMode = 'awsvpc'; RequiresCompatibilities = 'FARGATE'; Cpu = 256; Memory = 512; ExecutionRoleArn = 'arn:aws:iam::123456789012:role/x'; ContainerDefinition = @{ name = 'x'; image = 'x' } }
            $needs = @{ {{needs}} }
            foreach ($name in $needs.Keys) { $definition[$name] = $needs[$name] }
            $null = Register-EcsTaskDefinition @definition
            $where = @{ LaunchType = 'FARGATE'; NetworkConfiguration = @{ awsvpcConfiguration = @{ subnets = 'a' } } }
            """).Clean();
        foreach (var script in new[] { "Start-EcsTask fg @where", "New-EcsService s -TaskDefinition fg -DesiredCount 0 @where" })
        {
            var error = prompt.Run($"{script} -PlatformVersion {tooOld}").Error();
            Assert.StartsWith("PlatformTaskDefinitionIncompatibilityException,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("One or more of the requested capabilities are not supported.", error.ToString(), StringComparison.Ordinal);
            prompt.Run($"{script} -PlatformVersion {enough}").Clean();
        }

        var update = prompt.Run($"Update-EcsService s -PlatformVersion {tooOld}").Error();
        Assert.StartsWith("PlatformTaskDefinitionIncompatibilityException,", update.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
