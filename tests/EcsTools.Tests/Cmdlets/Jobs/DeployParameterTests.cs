using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>Roles, health checks, .env files and removals, on the cmdlets that deploy.</summary>
public sealed class DeployParameterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ecstools").FullName;
    private readonly EcsPrompt prompt = Shop.Open();

    public DeployParameterTests() => prompt.Run("""
        $null = Register-EcsTaskDefinition app -ExecutionRoleArn arn:aws:iam::123456789012:role/pull -ContainerDefinition @{ name = 'app'; image = 'app:1'; memory = 64; environment = @{ OLD = '1'; LEVEL = 'info' }; secrets = @(@{ name = 'PASSWORD'; valueFrom = '/p' }) }
        $null = New-EcsService app -TaskDefinition app -DesiredCount 1 -Wait
        """).Clean();

    public void Dispose()
    {
        prompt.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Everything_can_be_changed_in_one_call()
    {
        File.WriteAllText($"{folder}/.env", "# shop\nLEVEL=debug\nexport NEW=\"a b\"\n");
        foreach (var (cmdlet, revision) in new[] { ("Update-EcsService app", 2), ("Copy-EcsTaskDefinition app:1", 3) })
        {
            prompt.Run($"$null = {cmdlet} -Image app:2 -TaskRole app -ExecutionRole pull2 -HealthCheck 'curl -f http://localhost/' -EnvironmentFile '{folder}/.env' -Environment @{{ NEW = 'c' }} -RemoveEnvironment OLD, NOSUCH -RemoveSecret PASSWORD").Clean();
            var definition = prompt.Run($"Get-EcsTaskDefinition app:{revision}").One<TaskDefinition>();
            var container = definition.ContainerDefinitions![0];
            Assert.Equal(("app", "pull2", "app:2"), (definition.TaskRoleArn, definition.ExecutionRoleArn, container.Image));
            Assert.Equal("LEVEL=debug NEW=c", string.Join(' ', container.Environment!.Select(variable => variable.ToString()).Order()));
            Assert.Equal(["CMD-SHELL", "curl -f http://localhost/"], container.HealthCheck!.Command!);
            Assert.Empty(container.Secrets ?? []);
        }
    }

    [Fact]
    public void A_health_check_is_a_text_words_or_a_hashtable()
    {
        foreach (var (given, command, interval) in new (string, string, int?)[]
        {
            ("'/check'", "CMD-SHELL /check", null),
            ("'CMD', '/check', '-x'", "CMD /check -x", null),
            ("'/check', '-x'", "CMD /check -x", null),
            ("@{ app = '/check' }", "CMD-SHELL /check", null),
            ("@{ app = 'CMD', '/check' }", "CMD /check", null),
            ("@{ command = 'CMD', '/check'; interval = 10 }", "CMD /check", 10),
            ("@{ app = @{ command = 'CMD', '/check'; interval = 10 } }", "CMD /check", 10),
        })
        {
            var copy = prompt.Run($"Copy-EcsTaskDefinition app -AsObject -HealthCheck ({given})").One<TaskDefinition>();
            var check = copy.ContainerDefinitions![0].HealthCheck!;
            Assert.Equal((command, interval), (string.Join(' ', check.Command!), check.Interval));
        }
    }

    [Fact]
    public void What_was_set_can_be_taken_away()
    {
        prompt.Run("$null = Copy-EcsTaskDefinition app -TaskRole a -HealthCheck x -RemoveSecret PASSWORD").Clean();
        var copy = prompt.Run("Copy-EcsTaskDefinition app -AsObject -TaskRole '' -ExecutionRole '' -HealthCheck $null").One<TaskDefinition>();
        Assert.Equal((null, null, null), (copy.TaskRoleArn, copy.ExecutionRoleArn, copy.ContainerDefinitions![0].HealthCheck));
    }

    [Fact]
    public void A_health_check_with_a_misspelt_member_is_an_error_with_its_path() =>
        Assert.Contains("healthCheck.intervall: HealthCheck has no such member; did you mean interval?", prompt.Run("Copy-EcsTaskDefinition app -HealthCheck @{ command = 'x'; intervall = 3 }").Error().ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_environment_file_is_read_as_others_read_it()
    {
        foreach (var (text, variables) in new (string, string)[]
        {
            ("A=1\n\n# c\nB=two words # comment\r\nC=a#b\n", "A=1|B=two words|C=a#b"),
            ("export A = 'x # y'\nB=\"l1\\nl2\" # c\nC=\"a\nb\"\n", "A=x # y|B=l1\nl2|C=a\nb"),
            ("A=\nB=\"\"\nA=2", "A=2|B="),
            ("URL=https://x/?a=b&c=d\nJSON={\"a\": 1}\nP=$HOME/${X}", "JSON={\"a\": 1}|P=$HOME/${X}|URL=https://x/?a=b&c=d"),
            ("  # only a comment", ""),
        })
        {
            File.WriteAllText($"{folder}/.env", text);
            var copy = prompt.Run($"Copy-EcsTaskDefinition app -AsObject -RemoveEnvironment OLD, LEVEL -EnvironmentFile '{folder}/.env'").One<TaskDefinition>();
            Assert.Equal(variables, string.Join('|', (copy.ContainerDefinitions![0].Environment ?? []).Select(one => $"{one.Name}={one.Value}").Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public void A_line_that_is_no_variable_is_an_error_with_its_number()
    {
        foreach (var (text, problem) in new (string, string)[]
        {
            ("A=1\nno variable\n", ".env, line 2: expected NAME=value."),
            ("A=\"open\nB=1\n", ".env, line 1: expected NAME=value."),
        })
        {
            File.WriteAllText($"{folder}/.env", text);
            foreach (var cmdlet in (string[])["Update-EcsService app", "Copy-EcsTaskDefinition app", "Test-EcsDeployment app"])
                Assert.Contains(problem, prompt.Run($"{cmdlet} -EnvironmentFile '{folder}/.env'").Error().ToString(), StringComparison.Ordinal);
            Assert.Equal(1, prompt.Run("Get-EcsTaskDefinition app").One<TaskDefinition>().Revision);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error() => Assert.Contains("nosuch.env: the file doesn't exist.", prompt.Run("Update-EcsService app -EnvironmentFile nosuch.env").Error().ToString(), StringComparison.Ordinal);

    /// <summary>A script tries a deployment by changing the verb.</summary>
    [Fact]
    public void Test_EcsDeployment_takes_all_that_says_what_Update_EcsService_changes()
    {
        var missing = prompt.Run("""
            $about = 'Wait', 'Timeout', 'RollbackOnFailure', 'ThrottleLimit', 'WhatIf', 'Confirm'
            $test = (Get-Command Test-EcsDeployment).Parameters
            (Get-Command Update-EcsService).Parameters.Values | Where-Object { $_.Name -notin $about -and $test[$_.Name].ParameterType -ne $_.ParameterType } | ForEach-Object Name
            """).Clean();
        Assert.Empty(missing.Output);
    }

    [Fact]
    public void Deploying_takes_four_calls_and_registers_nothing_where_nothing_differs()
    {
        Assert.Equal(["DescribeServices", "DescribeTaskDefinition", "RegisterTaskDefinition", "UpdateService"], prompt.Run("$null = Update-EcsService app -TaskRole app -RemoveEnvironment OLD -Verbose").Clean().Called);
        Assert.Equal(["DescribeServices", "DescribeTaskDefinition", "UpdateService"], prompt.Run("$null = Update-EcsService app -TaskRole app -RemoveEnvironment OLD -Verbose").Clean().Called);
    }

    [Fact]
    public void A_forecast_of_new_containers_registers_and_updates_nothing()
    {
        var said = prompt.Run("Test-EcsDeployment app -Memory @{ app = 9000 } -Verbose").Clean();
        Assert.Equal("InsufficientCapacity", $"{said.Output[0].Properties["Result"].Value}");
        Assert.Equal((0, 0), (said.Calls("RegisterTaskDefinition"), said.Calls("UpdateService")));
        Assert.Equal("Completes", $"{prompt.Run("Test-EcsDeployment app -Image app:2").Clean().Output[0].Properties["Result"].Value}");
    }
}
