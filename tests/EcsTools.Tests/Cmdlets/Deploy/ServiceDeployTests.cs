using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>New images, variables and sizes of services, deployed as a revision like the one that runs.</summary>
public sealed class ServiceDeployTests
{
    [Fact]
    public void A_new_image_is_registered_like_the_running_revision_and_deployed()
    {
        using var prompt = Running();
        var service = prompt.Run("Update-EcsService web -Image web=nginx:2 -Environment @{ LOG = 'debug' } -DesiredCount 3 -Wait").One<Service>();
        Assert.Equal(("web:2", 3), (EcsArn.IdOf(service.TaskDefinition!), service.RunningCount));
        var container = Assert.Single(prompt.Run("Get-EcsTaskDefinition web:2").One<TaskDefinition>().ContainerDefinitions!);
        Assert.Equal(("nginx:2", 64, "LOG=debug"), (container.Image, container.Memory, Assert.Single(container.Environment!).ToString()));
    }

    [Fact]
    public void What_runs_is_copied_not_what_was_registered_last()
    {
        using var prompt = Running();
        prompt.Run("$null = Copy-EcsTaskDefinition web -Image untested -Command rm").Clean();
        prompt.Run("$null = Update-EcsService web -Image nginx:2").Clean();
        var container = Assert.Single(prompt.Run("Get-EcsTaskDefinition web:3").One<TaskDefinition>().ContainerDefinitions!);
        Assert.Equal(("nginx:2", true), (container.Image, container.Command is null or []));
    }

    [Fact]
    public void A_revision_that_is_named_is_what_the_changes_are_made_to()
    {
        using var prompt = Running();
        prompt.Run("$null = Copy-EcsTaskDefinition web -Memory @{ web = 96 }").Clean();
        prompt.Run("$null = Update-EcsService web -TaskDefinition web:2 -Image nginx:2").Clean();
        var container = Assert.Single(prompt.Run("Get-EcsTaskDefinition web:3").One<TaskDefinition>().ContainerDefinitions!);
        Assert.Equal(("nginx:2", 96), (container.Image, container.Memory));
    }

    [Fact]
    public void Nothing_is_registered_where_nothing_differs()
    {
        using var prompt = Running();
        var said = prompt.Run("Update-EcsService web -Image web=nginx -Verbose");
        Assert.Equal("web:1", EcsArn.IdOf(said.One<Service>().TaskDefinition!));
        Assert.Equal(0, said.Calls("RegisterTaskDefinition"));
    }

    [Fact]
    public void A_container_that_is_not_there_is_an_error_and_nothing_is_changed()
    {
        using var prompt = Running();
        var error = prompt.Run("Update-EcsService web -Image wbe=nginx:2").Error();
        Assert.Equal("ContainerNotFound,EcsTools.Commands.UpdateEcsServiceCommand", error.FullyQualifiedErrorId);
        Assert.Contains("web:1 has no container 'wbe'; did you mean 'web'?", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Services_that_are_not_there_are_named()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("ServiceNotFoundException,EcsTools.Commands.UpdateEcsServiceCommand", prompt.Run("Update-EcsService nosuch -Image a:1").Error().FullyQualifiedErrorId);
    }

    [Fact]
    public void WhatIf_prints_the_difference_and_sends_nothing_that_changes()
    {
        var host = new AnsweringHost();
        using var prompt = Shop.Open(host: host);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 2").Clean();
        var said = prompt.Run("Update-EcsService web -Image nginx:2 -Cpu @{ web = 128 } -DesiredCount 4 -Wait -RollbackOnFailure -WhatIf -Verbose");
        var told = string.Join('\n', host.Lines);
        Assert.Contains("containerDefinitions[web].image: nginx → nginx:2", told, StringComparison.Ordinal);
        Assert.Contains("containerDefinitions[web].cpu: 64 → 128", told, StringComparison.Ordinal);
        Assert.Contains("Set desiredCount to 4", told, StringComparison.Ordinal);
        Assert.Equal((0, 0), (said.Calls("RegisterTaskDefinition"), said.Calls("UpdateService")));
    }

    [Fact]
    public void Several_services_are_changed_in_one_go()
    {
        using var prompt = Running();
        prompt.Run("$null = New-EcsService api -TaskDefinition web -DesiredCount 1 -Wait").Clean();
        var services = prompt.Run("Get-EcsService | Update-EcsService -Image nginx:2 -Wait").All<Service>();
        Assert.All(services, service => Assert.NotEqual("web:1", EcsArn.IdOf(service.TaskDefinition!)));
        Assert.Equal(2, services.Count);
    }

    private static EcsPrompt Running()
    {
        var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait").Clean();
        return prompt;
    }
}
