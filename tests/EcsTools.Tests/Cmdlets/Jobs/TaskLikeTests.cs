using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>Jobs that run as a service runs.</summary>
public sealed class TaskLikeTests
{
    private const string Network = "@{ awsvpcConfiguration = @{ subnets = 'subnet-1'; securityGroups = 'sg-1' } }";

    [Fact]
    public void A_task_gets_the_services_cluster_definition_capacity_network_and_platform()
    {
        using var prompt = OnFargate();
        prompt.Run("$null = Set-EcsLocalBehavior -Family fg -ExitCode 0 -ExitAfter 5").Clean();
        var said = prompt.Run("Start-EcsTask -Like fg -Cluster shop -Command npm, 'run', 'migrate' -Environment @{ MODE = 'once' } -Wait -Verbose");
        var task = said.One<EcsTask>();
        Assert.Equal(("FARGATE", "1.4.0", "fg:1", 0), (task.LaunchType, task.PlatformVersion, task.Definition, task.Containers![0].ExitCode));
        Assert.Contains(task.Attachments![0].Details!, detail => detail is { Name: "subnetId", Value: "subnet-1" });
        var change = Assert.Single(task.Overrides!.ContainerOverrides!);
        Assert.Equal(("npm run migrate", "MODE=once"), (string.Join(' ', change.Command!), Assert.Single(change.Environment!).ToString()));
        Assert.Equal((1, 1, 1), (said.Calls("DescribeServices"), said.Calls("DescribeTaskDefinition") - 1, said.Calls("RunTask"))); // one more for the outcome
    }

    [Fact]
    public void It_takes_few_calls()
    {
        using var prompt = OnFargate();
        foreach (var (script, services, runs, definitions) in new (string, int, int, int)[]
        {
            ("Start-EcsTask -Like fg", 1, 1, 0),
            ("Start-EcsTask -Like fg -Command x -Container fg", 1, 1, 0),
            ("Start-EcsTask -Like fg -Cpu 128 -Memory 256", 1, 1, 1),
            ("Start-EcsTask -Like (Get-EcsService fg) -TaskDefinition other", 2, 1, 0),
            ("Get-EcsTaskDefinition other | Start-EcsTask -Like fg", 1, 1, 1),
            ("Start-EcsTask -Like (Get-EcsTask -ServiceName fg) ", 1, 1, 0),
        })
        {
            var said = prompt.Run($"$VerbosePreference = 'Continue'; {script}").Clean();
            Assert.Equal((services, runs, definitions), (said.Calls("DescribeServices"), said.Calls("RunTask"), said.Calls("DescribeTaskDefinition")));
            var task = Assert.IsType<EcsTask>(said.Output[^1].BaseObject);
            Assert.Equal("FARGATE", task.LaunchType);
            Assert.Contains(task.Attachments![0].Details!, detail => detail is { Name: "subnetId", Value: "subnet-1" });
            Assert.Equal(script.Contains("other", StringComparison.Ordinal) ? "other:1" : "fg:1", task.Definition);
        }
    }

    [Fact]
    public void Parameters_take_precedence_over_the_service()
    {
        using var prompt = OnFargate();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        Assert.Equal("FARGATE", prompt.Run($"Start-EcsTask fg -Like web -LaunchType FARGATE -NetworkConfiguration {Network}").One<EcsTask>().LaunchType);
    }

    [Fact]
    public void The_cluster_of_a_service_counts_not_the_sessions()
    {
        using var prompt = OnFargate();
        var arn = prompt.Run("Get-EcsService fg").One<Service>().ServiceArn;
        prompt.Run("Set-EcsContext -Cluster elsewhere").Clean();
        Assert.Equal("shop", prompt.Run($"Start-EcsTask -Like {arn}").One<EcsTask>().Cluster);
    }

    [Fact]
    public void A_job_that_fails_is_an_error_with_its_exit_code()
    {
        using var prompt = OnFargate();
        prompt.Run("$null = Set-EcsLocalBehavior -Family fg -ExitCode 3 -ExitAfter 5").Clean();
        var said = prompt.Run("Start-EcsTask -Like fg -Wait");
        Assert.Equal(3, Assert.IsType<EcsTask>(Assert.Single(said.Output).BaseObject).Containers![0].ExitCode);
        Assert.StartsWith("ContainerFailed,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_containers_must_be_told_apart_and_overrides_are_completed()
    {
        using var prompt = OnFargate();
        prompt.Run("$null = Register-EcsTaskDefinition two -ContainerDefinition @{ name = 'a'; image = 'a'; memory = 64 }, @{ name = 'b'; image = 'b'; memory = 64 }").Clean();
        var error = prompt.Run("Start-EcsTask two -Command x").Error();
        Assert.StartsWith("ContainerNotNamed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("two:1 has several containers (a, b). Specify one of them with -Container.", error.ToString(), StringComparison.Ordinal);
        var task = prompt.Run("Start-EcsTask two -Container b -Command x -Environment @{ A = '2' } -Overrides @{ containerOverrides = @(@{ name = 'b'; cpu = 10; environment = @{ A = '1'; B = '1' } }) }").One<EcsTask>();
        var change = Assert.Single(task.Overrides!.ContainerOverrides!, one => one.Name == "b");
        Assert.Equal(("x", 10, "A=2 B=1"), (change.Command![0], change.Cpu, string.Join(' ', change.Environment!.Select(one => one.ToString()).Order())));
    }

    [Fact]
    public void What_is_neither_a_service_nor_a_task_is_an_error()
    {
        using var prompt = Shop.Open(instances: 0);
        foreach (var (like, id) in new[] { ("nosuch", "ServiceNotFoundException"), ("'00000000000000000000000000000001'", "TaskNotFound"), ("([datetime]'2026-01-01')", "InvalidLike") })
            Assert.StartsWith($"{id},", prompt.Run($"Start-EcsTask -Like {like}").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_looks_and_runs_nothing()
    {
        using var prompt = OnFargate();
        Assert.Equal((0, 1), (prompt.Run("Start-EcsTask -Like fg -WhatIf -Verbose").Clean().Calls("RunTask"), prompt.Run("Start-EcsTask -Like fg -WhatIf -Verbose").Clean().Calls("DescribeServices")));
    }

    private static EcsPrompt OnFargate()
    {
        var prompt = Shop.Open(instances: 1);
        prompt.Run($"""
            foreach ($family in 'fg', 'other') {"{"} $null = Register-EcsTaskDefinition $family -NetworkMode awsvpc -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition @{"{"} name = $family; image = 'a' {"}"} {"}"}
            $null = New-EcsService fg -TaskDefinition fg -DesiredCount 1 -LaunchType FARGATE -NetworkConfiguration {Network} -Wait
            """).Clean();
        return prompt;
    }
}
