using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>New revisions that are like others but for some changes.</summary>
public sealed class CopyTaskDefinitionTests
{
    [Fact]
    public void An_image_is_changed_and_the_rest_kept()
    {
        using var prompt = Two();
        var copy = prompt.Run("Copy-EcsTaskDefinition pair -Image web=nginx:2").One<TaskDefinition>();
        Assert.Equal((2, "nginx:2", "envoy:1"), (copy.Revision, Container(copy, "web").Image, Container(copy, "proxy").Image));
        Assert.Equal("shop", Assert.Single(copy.Tags!).Value);
    }

    [Fact]
    public void Variables_and_secrets_are_set_added_and_taken_away()
    {
        using var prompt = Two();
        var web = Container(prompt.Run("Copy-EcsTaskDefinition pair -AsObject -Environment @{ web = @{ LOG = 'debug'; NEW = 1; OLD = $null; KEY = 'plain' } } -Secret @{ web = @{ TOKEN = 'arn:t' } }").One<TaskDefinition>(), "web");
        Assert.Equal(["KEY=plain", "LOG=debug", "NEW=1"], web.Environment!.Select(v => v.ToString()).Order());
        Assert.Equal(["TOKEN"], web.Secrets!.Select(secret => secret.Name));
    }

    [Fact]
    public void Sizes_are_those_of_the_task_or_of_containers_and_a_command_is_words()
    {
        using var prompt = Two();
        var copy = prompt.Run("Copy-EcsTaskDefinition pair -AsObject -Cpu 512 -Memory @{ web = 96 } -Command @{ web = 'npm', 'start' }").One<TaskDefinition>();
        Assert.Equal(("512", 96), (copy.Cpu, Container(copy, "web").Memory));
        Assert.Equal(["npm", "start"], Container(copy, "web").Command);
    }

    [Fact]
    public void The_only_container_need_not_be_named()
    {
        using var prompt = Shop.Open(instances: 0);
        var copy = prompt.Run("Copy-EcsTaskDefinition web -Image nginx:2 -Environment @{ LOG = 'debug' } -Command 'sleep', 5").One<TaskDefinition>();
        var web = Assert.Single(copy.ContainerDefinitions!);
        Assert.Equal(("nginx:2", "LOG=debug"), (web.Image, web.Environment!.Single().ToString()));
        Assert.Equal(["sleep", "5"], web.Command);
    }

    [Theory]
    [InlineData("-Image wbe=nginx:2", "ContainerNotFound", "did you mean 'web'?")]
    [InlineData("-Image nginx:2", "ContainerNotNamed", "(web, proxy)")]
    [InlineData("-Cpu @{ web = 'much' }", "InvalidSize", "'much'")]
    public void What_cannot_be_changed_is_said_and_nothing_registered(string changes, string id, string text)
    {
        using var prompt = Two();
        var error = prompt.Run($"Copy-EcsTaskDefinition pair {changes}").Error();
        Assert.StartsWith(id, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(text, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, prompt.Run("Get-EcsTaskDefinition pair").One<TaskDefinition>().Revision);
    }

    [Fact]
    public void WhatIf_tells_the_differences_and_registers_nothing()
    {
        var host = new AnsweringHost();
        using var prompt = Shop.Open(instances: 0, host);
        prompt.Run("Copy-EcsTaskDefinition web -Image nginx:2 -WhatIf").Clean();
        Assert.Contains(host.Lines, line => line.Contains("containerDefinitions[web].image: nginx → nginx:2", StringComparison.Ordinal));
        Assert.Equal(1, prompt.Run("Get-EcsTaskDefinition web").One<TaskDefinition>().Revision);
    }

    [Fact]
    public void What_a_service_runs_is_copied_into_another_family()
    {
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService shop -TaskDefinition web -DesiredCount 1").Clean();
        Assert.Equal("web-canary:1", prompt.Run("Get-EcsService shop | Copy-EcsTaskDefinition -Family web-canary").One<TaskDefinition>().ToString());
    }

    [Fact]
    public void Hashtables_and_files_are_copied_too_and_what_is_wrong_in_them_is_named()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("a:1", prompt.Run("Copy-EcsTaskDefinition @{ family = 'a'; containerDefinitions = @{ name = 'a'; image = 'b'; memory = 8 } }").One<TaskDefinition>().ToString());
        Assert.Contains("containerDefinitions[0].imgae", prompt.Run("Copy-EcsTaskDefinition @{ family = 'a'; containerDefinitions = @{ name = 'a'; imgae = 'b' } }").Error().ToString(), StringComparison.Ordinal);
        Assert.StartsWith("RequestFileUnreadable", prompt.Run("Copy-EcsTaskDefinition ./nosuch.json").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static EcsPrompt Two()
    {
        var prompt = Shop.Open(instances: 0);
        prompt.Run("""
            $null = Register-EcsTaskDefinition pair -ExecutionRoleArn arn:aws:iam::123456789012:role/x -Tag @{ team = 'shop' } -ContainerDefinition @(
                @{ name = 'web'; image = 'nginx:1'; memory = 64; environment = @{ LOG = 'info'; OLD = 'x' }; secrets = @{ KEY = 'arn:k' } }
                @{ name = 'proxy'; image = 'envoy:1'; memory = 64 })
            """).Clean();
        return prompt;
    }

    private static ContainerDefinition Container(TaskDefinition definition, string name) => definition.ContainerDefinitions!.Single(container => container.Name == name);
}
