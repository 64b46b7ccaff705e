using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Blue and green by hand: task sets at the prompt.</summary>
public sealed class TaskSetTests
{
    [Fact]
    public void A_service_is_moved_from_one_task_set_to_another_by_piping()
    {
        using var prompt = Open();
        var green = prompt.Run("Get-EcsService ext | New-EcsTaskSet -TaskDefinition web -Scale 100 -ExternalId green; Step-EcsLocal | Out-Null").Output[0].BaseObject;
        Assert.Equal("green", Assert.IsType<TaskSet>(green).ExternalId);
        var primary = prompt.Run("Get-EcsTaskSet ext | Update-EcsServicePrimaryTaskSet").One<TaskSet>();
        Assert.Equal(("PRIMARY", 4), (primary.Status, primary.RunningCount));
        Assert.EndsWith("web:1", prompt.Run("Get-EcsService ext").One<Service>().TaskDefinition, StringComparison.Ordinal);

        var halved = prompt.Run("Get-EcsService ext | Get-EcsTaskSet | Update-EcsTaskSet -Scale @{ value = 50; unit = 'PERCENT' }").One<TaskSet>();
        Assert.Equal(2, halved.ComputedDesiredCount);
        var removed = prompt.Run("Get-EcsTaskSet ext | Remove-EcsTaskSet -Force -Confirm:$false -PassThru").One<TaskSet>();
        Assert.Equal("DRAINING", removed.Status);
        prompt.Run("Step-EcsLocal | Out-Null").Clean();
        Assert.Empty(prompt.Run("Get-EcsTaskSet ext").Clean().Output);
    }

    [Fact]
    public void Task_sets_are_found_by_id_ARN_and_wildcard_and_a_missing_one_is_an_error()
    {
        using var prompt = Open();
        var id = prompt.Run("($one = New-EcsTaskSet ext -TaskDefinition web).Id").One<string>();
        Assert.Equal(id, prompt.Run($"Get-EcsTaskSet ext {id}").One<TaskSet>().Id);
        Assert.Equal(id, prompt.Run("Get-EcsTaskSet ext $one.TaskSetArn").One<TaskSet>().Id);
        Assert.Equal(id, prompt.Run("Get-EcsTaskSet ext ecs-svc/*").One<TaskSet>().Id);
        Assert.Equal(id, prompt.Run("$one | Get-EcsTaskSet").One<TaskSet>().Id);
        Assert.Empty(prompt.Run("Get-EcsTaskSet ext x*").Clean().Output);
        Assert.StartsWith("MISSING,", prompt.Run("Get-EcsTaskSet ext ecs-svc/1").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void One_service_without_task_sets_is_one_error()
    {
        using var prompt = Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 0; $null = New-EcsTaskSet ext -TaskDefinition web").Clean();
        var said = prompt.Run("Get-EcsTaskSet web, ext");
        Assert.Single(said.Output);
        Assert.Equal("InvalidParameterException,EcsTools.Commands.GetEcsTaskSetCommand", said.Error().FullyQualifiedErrorId);
        Assert.Equal("web", said.Error().TargetObject);
    }

    [Fact]
    public void A_task_sets_ARN_says_its_service_and_cluster()
    {
        using var prompt = Open();
        prompt.Run("$arn = (New-EcsTaskSet ext -TaskDefinition web).TaskSetArn; Set-EcsContext -Cluster other").Clean();
        Assert.Equal(50, prompt.Run("Update-EcsTaskSet $arn -Scale 50").One<TaskSet>().Scale!.Value);
        Assert.Equal("PRIMARY", prompt.Run("Update-EcsServicePrimaryTaskSet -PrimaryTaskSet $arn").One<TaskSet>().Status);
        Assert.Equal("PRIMARY", prompt.Run("Get-EcsTaskSet -TaskSet $arn").One<TaskSet>().Status);
        Assert.Equal("DRAINING", prompt.Run("Remove-EcsTaskSet $arn -Force -Confirm:$false -PassThru").One<TaskSet>().Status);
    }

    [Theory]
    [InlineData("Update-EcsTaskSet ecs-svc/1 -Scale 50")]
    [InlineData("Remove-EcsTaskSet ecs-svc/1 -Confirm:$false")]
    [InlineData("Update-EcsServicePrimaryTaskSet -PrimaryTaskSet ecs-svc/1")]
    [InlineData("Get-EcsTaskSet -TaskSet ecs-svc/1")]
    public void A_task_sets_id_does_not_say_its_service(string script)
    {
        using var prompt = Open();
        var error = prompt.Run(script).Error();
        Assert.StartsWith("MissingService,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Service", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_task_set_is_an_error_that_says_where_to_look()
    {
        using var prompt = Open();
        var error = prompt.Run("Update-EcsTaskSet ecs-svc/1 -Service ext -Scale 10").Error();
        Assert.Equal("TaskSetNotFoundException,EcsTools.Commands.UpdateEcsTaskSetCommand", error.FullyQualifiedErrorId);
        Assert.Contains("Get-EcsTaskSet", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void The_requests_say_what_the_parameters_say()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"taskSet":{"id":"ecs-svc/1","taskSetArn":"arn:t"},"taskSets":[],"failures":[]}"""));
        using var prompt = new EcsPrompt();
        var at = $"-Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b -Cluster shop";
        prompt.Run($"""
            $null = New-EcsTaskSet ext -TaskDefinition web -Scale 12.5 -LaunchType ec2 -ExternalId x -ClientToken t -Tag @{"{"} a = 'b' {"}"} {at}
            $null = Update-EcsTaskSet ecs-svc/1 -Service ext -Scale 50 {at}
            Remove-EcsTaskSet ecs-svc/1 -Service ext -Force -Confirm:$false {at}
            $null = Update-EcsServicePrimaryTaskSet ext ecs-svc/1 {at}
            Get-EcsTaskSet ext -Include tags {at}
            """).Clean();
        Assert.Equal(
            ["""{"service":"ext","cluster":"shop","taskDefinition":"web","externalId":"x","launchType":"EC2","scale":{"value":12.5,"unit":"PERCENT"},"clientToken":"t","tags":[{"key":"a","value":"b"}]}""",
             """{"cluster":"shop","service":"ext","taskSet":"ecs-svc/1","scale":{"value":50,"unit":"PERCENT"}}""",
             """{"cluster":"shop","service":"ext","taskSet":"ecs-svc/1","force":true}""",
             """{"cluster":"shop","service":"ext","primaryTaskSet":"ecs-svc/1"}""",
             """{"cluster":"shop","service":"ext","include":["TAGS"]}"""],
            peer.Received.Select(r => r.Text));
    }

    private static EcsPrompt Open()
    {
        var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService ext -DesiredCount 4 -DeploymentController @{ type = 'EXTERNAL' }").Clean();
        return prompt;
    }
}
