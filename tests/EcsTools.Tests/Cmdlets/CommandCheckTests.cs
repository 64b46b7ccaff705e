namespace EcsTools.Tests.Cmdlets;

/// <summary>What ECS Exec needs, checked.</summary>
public sealed class CommandCheckTests
{
    [Fact]
    public void A_task_that_allows_commands_passes_and_another_says_what_it_lacks()
    {
        using var prompt = Shop.Open();
        prompt.Run("$good = Start-EcsTask web -EnableExecuteCommand; $bad = Start-EcsTask web; $null = Step-EcsLocal").Clean();
        Assert.Equal(["Running True", "Enabled True", "InstanceAgent ", "TaskRole ", "Agent True"], Checks("$good | Test-EcsCommand"));
        Assert.Equal(["Running True", "Enabled False", "InstanceAgent ", "TaskRole ", "Agent False"], Checks("Test-EcsCommand $bad"));
        Assert.Contains("-EnableExecuteCommand", prompt.Run("@(Test-EcsCommand $bad)[1].Reason").One<string>(), StringComparison.Ordinal);

        IEnumerable<string> Checks(string script) => prompt.Run(script).Clean().Output.Select(one => $"{one.Properties["Check"].Value} {one.Properties["Passed"].Value}");
    }

    [Fact]
    public void On_Fargate_the_platform_and_the_role_count()
    {
        using var prompt = Shop.Open();
        prompt.Run("""
            $null = Register-EcsTaskDefinition vpc -NetworkMode awsvpc -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'app'; image = 'a'; readonlyRootFilesystem = $true }
            $task = Start-EcsTask vpc -LaunchType FARGATE -PlatformVersion 1.3.0 -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1' } }
            $null = Step-EcsLocal
            """).Clean();
        var failed = prompt.Run("Test-EcsCommand $task").Clean().Output.Where(one => one.Properties["Passed"].Value is false).Select(one => (string)one.Properties["Check"].Value);
        Assert.Equal(["Enabled", "Platform", "TaskRole", "Agent", "Writable"], failed);
    }

    [Fact]
    public void A_missing_task_is_an_error_and_the_others_are_checked()
    {
        using var prompt = Shop.Open();
        var said = prompt.Run("$task = Start-EcsTask web; $null = Step-EcsLocal; Test-EcsCommand '00000000000000000000000000000000', $task.Id");
        Assert.StartsWith("MISSING,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(5, said.Output.Count);
    }
}
