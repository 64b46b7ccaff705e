using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class DeregisterTaskDefinitionTests
{
    [Fact]
    public void The_revision_of_the_family_becomes_INACTIVE()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("INACTIVE", prompt.Run("Unregister-EcsTaskDefinition web:1 -PassThru -Confirm:$false").One<TaskDefinition>().Status);
    }

    [Fact]
    public void Existing_tasks_and_services_of_it_run_on_without_disruption()
    {
        using var prompt = Deregistered();
        Assert.Equal(3, prompt.Tasks().Count(task => task.LastStatus == "RUNNING"));
        Assert.Equal("COMPLETED", Assert.Single(prompt.Service().Deployments!).RolloutState);
    }

    [Fact]
    public void Existing_services_of_it_still_replace_their_tasks_and_scale_up_and_down()
    {
        using var prompt = Deregistered();
        prompt.Run("Get-EcsTask -Service web | Stop-EcsTask").Clean();
        prompt.Settle();
        Assert.Equal(2, prompt.Service().RunningCount);
        prompt.Run("Update-EcsService web -DesiredCount 5 -Wait").Clean();
        Assert.Equal(5, prompt.Service().RunningCount);
        prompt.Run("Update-EcsService web -DesiredCount 1 -Wait").Clean();
        Assert.Equal(1, prompt.Service().RunningCount);
    }

    [Theory]
    [InlineData("Start-EcsTask web:1")]
    [InlineData("Get-EcsContainerInstance -First 1 | ForEach-Object { Start-EcsTask web:1 -ContainerInstance $_.ContainerInstanceArn }")]
    [InlineData("New-EcsService other -TaskDefinition web:1 -DesiredCount 1")]
    [InlineData("Update-EcsService other -TaskDefinition web:1")]
    public void Nothing_new_runs_it_and_no_service_is_made_or_updated_to_it(string script)
    {
        using var prompt = Deregistered();
        prompt.Run("$null = Register-EcsTaskDefinition two -ContainerDefinition @{ name = 'x'; image = 'x'; memory = 8 }; if ('" + script + "' -like 'Update*') { $null = New-EcsService other -TaskDefinition two -DesiredCount 1 }").Clean();
        Assert.Equal(script.Contains("Start-EcsTask", StringComparison.Ordinal) ? "InvalidParameterException" : "ClientException", prompt.Refused(script).Id);
        Assert.Contains("TaskDefinition is inactive", prompt.Refused(script).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_remains_discoverable()
    {
        using var prompt = Deregistered();
        prompt.Run("Remove-EcsService web -Force -Confirm:$false; Get-EcsTask | Stop-EcsTask; Step-EcsLocal 365.00:00:00").Clean();
        Assert.Equal("web", prompt.Run("Get-EcsTaskDefinition -Status INACTIVE").One<TaskDefinition>().Family);
    }

    private static EcsPrompt Deregistered()
    {
        var prompt = Shop.Open();
        prompt.Run("Start-EcsTask web; New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait; Unregister-EcsTaskDefinition web:1 -Confirm:$false").Clean();
        prompt.Settle();
        return prompt;
    }
}
