using EcsTools.Rules.RunningServices;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>Findings about services, and settings that aren't findings.</summary>
public sealed class TestServiceTests
{
    private const string Good = "@{ deploymentCircuitBreaker = @{ enable = $true; rollback = $true } }";

    private const string Container = "name = 'web'; cpu = 64; memory = 64; logConfiguration = @{ logDriver = 'awslogs'; options = @{ 'awslogs-group' = 'g'; 'awslogs-region' = 'us-east-1' } }; healthCheck = @{ command = 'CMD-SHELL', 'true' }";

    [Fact]
    public void A_service_without_a_fault_gives_nothing_and_each_fault_is_found_by_its_rule()
    {
        using var prompt = Open();
        Assert.Equal("", Rules(prompt, "Test-EcsService good"));
        foreach (var (change, rule) in new[]
        {
            ("-DeploymentConfiguration @{ minimumHealthyPercent = 100; maximumPercent = 100; deploymentCircuitBreaker = @{ enable = $true; rollback = $true } } -AvailabilityZoneRebalancing DISABLED", "CannotRoll"),
            ("-DeploymentConfiguration @{ minimumHealthyPercent = 100; maximumPercent = 200; deploymentCircuitBreaker = @{ enable = $false; rollback = $false } }", "NoCircuitBreaker"),
            ($"-DeploymentConfiguration {Good} -EnableExecuteCommand", "ExecOn"),
            ("-EnableExecuteCommand:$false -Image web=nginx:latest -Wait", "LatestImage"),
            ("-Image web=shop/nginx -Wait", "LatestImage"),
            ("-Image web=host:5000/nginx:1@sha256:0123456789012345678901234567890123456789012345678901234567890123 -Environment @{ DB_PASSWORD = 'x'; LEVEL = 'a' } -Wait", "SecretInEnvironment"),
            ("-RemoveEnvironment DB_PASSWORD -HealthCheck $null -Wait", "NoHealthCheck"),
        })
        {
            prompt.Run($"$null = Update-EcsService good {change}").Clean();
            Assert.Equal(rule, Rules(prompt, "Test-EcsService good"));
        }
    }

    [Fact]
    public void Zones_and_capacity_are_looked_at()
    {
        using var prompt = Open(instances: 1);
        Assert.Equal("OneZone ZoneCapacity", Rules(prompt, "Test-EcsService good"));
        Assert.Contains("All 2 tasks run in us-east-1b.", $"{prompt.Run("Test-EcsService good -Rule OneZone").Clean().Output[0]}", StringComparison.Ordinal);
        Assert.Contains("If us-east-1b fails, the other zones have capacity for 0 of its 2 tasks.", $"{prompt.Run("Test-EcsService good -Rule Zone*").Clean().Output[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_tasks_and_events_that_repeat_are_errors_after_a_while()
    {
        using var prompt = Open();
        prompt.Run("$null = Update-EcsService good -Memory @{ web = 9000 }; $null = Step-EcsLocal 00:05:00").Clean();
        Assert.DoesNotContain("TooFewTasks", Rules(prompt, "Test-EcsService good"), StringComparison.Ordinal);
        prompt.Run("$null = New-EcsService big -TaskDefinition web:3 -DesiredCount 1; $null = Step-EcsLocal 00:40:00").Clean();
        Assert.Contains("TooFewTasks", Rules(prompt, "Test-EcsService big -ExcludeRule NoCircuitBreaker"), StringComparison.Ordinal);
        Assert.Contains("0 of 1 tasks are running, and the deployment began 40 minutes ago.", $"{prompt.Run("Test-EcsService big -Rule TooFewTasks").Clean().Output[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public void Disconnected_agents_public_addresses_and_daemons()
    {
        using var prompt = Open();
        prompt.Run("""
            $null = Set-EcsLocalBehavior -ContainerInstance (Get-EcsTask -ServiceName good)[0].ContainerInstanceArn -Event AgentDisconnected
            $null = Step-EcsLocal 00:00:10
            $null = Register-EcsTaskDefinition fg -NetworkMode awsvpc -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'fg'; image = 'a:1' }
            $null = New-EcsService fg -TaskDefinition fg -DesiredCount 1 -LaunchType FARGATE -Wait -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1'; assignPublicIp = 'ENABLED' } }
            $null = New-EcsService d -TaskDefinition web:2 -SchedulingStrategy DAEMON
            """).Clean();
        Assert.Contains("AgentDisconnected", Rules(prompt, "Test-EcsService good"), StringComparison.Ordinal);
        Assert.Equal("NoCircuitBreaker NoHealthCheck NoLogs PublicAddress", Rules(prompt, "Test-EcsService fg"));
        Assert.Equal("NoCircuitBreaker", Rules(prompt, "Test-EcsService d -ExcludeRule Agent*, TooFewTasks"));
    }

    [Fact]
    public void It_takes_few_calls_for_all_services_of_a_cluster()
    {
        using var prompt = Open();
        prompt.Run("1..4 | ForEach-Object { $null = New-EcsService \"s$_\" -TaskDefinition web:2 -DesiredCount 1 -Wait }").Clean();
        var said = prompt.Run("Test-EcsService -Verbose").Clean();
        Assert.Equal(
            (1, 1, 1, 5, 5, 1, 1),
            (said.Calls("ListServices"), said.Calls("DescribeServices"), said.Calls("DescribeTaskDefinition"), said.Calls("ListTasks"), said.Calls("DescribeTasks"), said.Calls("ListContainerInstances"), said.Calls("DescribeContainerInstances")));
    }

    [Fact]
    public void Rules_are_chosen_by_name_and_the_page_has_them_all()
    {
        using var prompt = Open();
        Assert.Contains("There is no rule 'NoLog'; did you mean 'NoLogs'?", prompt.Run("Test-EcsService -Rule NoLog").Error().ToString(), StringComparison.Ordinal);
        Assert.Equal(["NoCircuitBreaker", "NoHealthCheck", "NoLogs"], prompt.Tab("Test-EcsService -Rule No"));
        var page = File.ReadAllText(EcsPrompt.Metadata("Repository") + "docs/cmdlets/Test-EcsService.md");
        Assert.All(ServiceRules.All, rule => Assert.Contains($"| {rule.Name} | {rule.Severity} | {rule.Condition} |\n", page, StringComparison.Ordinal));
    }

    private static string Rules(EcsPrompt prompt, string script) => string.Join(' ', prompt.Run(script).Clean().Output.Select(finding => $"{finding.Properties["Rule"].Value}").Distinct().Order(StringComparer.Ordinal));

    private static EcsPrompt Open(int instances = 3)
    {
        var prompt = Shop.Open(instances);
        prompt.Run($"$null = Register-EcsTaskDefinition web -TaskRoleArn arn:aws:iam::123456789012:role/web -ExecutionRoleArn arn:aws:iam::123456789012:role/x -ContainerDefinition @{{ image = 'nginx:1'; {Container} }}; $null = New-EcsService good -TaskDefinition web:2 -DesiredCount 2 -DeploymentConfiguration {Good} -Wait").Clean();
        return prompt;
    }
}
