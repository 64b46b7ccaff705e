using System.Diagnostics;
using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Objects flow from cmdlet to cmdlet, in the real engine, over HTTP.</summary>
public sealed class PipelineTests
{
    [Fact]
    public void Instances_piped_to_a_state_change_are_drained_in_one_call()
    {
        using var prompt = Shop.Open(instances: 6);
        var said = prompt.Run("Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status draining -Verbose");
        Assert.Equal(6, said.All<ContainerInstance>().Count);
        Assert.All(said.All<ContainerInstance>(), i => Assert.Equal("DRAINING", i.Status));
        Assert.Equal(1, said.Calls("UpdateContainerInstancesState"));
        Assert.All(prompt.Run("Get-EcsContainerInstance").All<ContainerInstance>(), i => Assert.Equal("DRAINING", i.Status));
    }

    [Fact]
    public void Twelve_instances_are_drained_in_two_calls_of_at_most_ten()
    {
        using var prompt = Shop.Open(instances: 12);
        var said = prompt.Run("Get-EcsContainerInstance | Update-EcsContainerInstanceState -Status DRAINING -Verbose");
        Assert.Equal(12, said.All<ContainerInstance>().Count);
        Assert.Equal(2, said.Calls("UpdateContainerInstancesState"));
    }

    [Fact]
    public void Services_found_by_wildcard_are_updated_one_by_one()
    {
        using var prompt = Shop.Open();
        prompt.Run("'web', 'worker', 'api' | ForEach-Object { New-EcsService $_ -TaskDefinition web -DesiredCount 1 }").Clean();
        var updated = prompt.Run("Get-EcsService w* | Update-EcsService -DesiredCount 4").All<Service>();
        Assert.Equal(["web", "worker"], updated.Select(s => s.ServiceName).Order());
        var counts = prompt.Run("Get-EcsService").All<Service>().ToDictionary(s => s.ServiceName!, s => s.DesiredCount);
        Assert.Equal(new Dictionary<string, int?> { ["web"] = 4, ["worker"] = 4, ["api"] = 1 }, counts);
    }

    [Fact]
    public void A_service_piped_to_an_update_names_itself_and_is_not_set_again()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait").Clean();
        var said = prompt.Run("Get-EcsService web | Update-EcsService -DesiredCount 3 -WhatIf -Verbose");
        var updated = prompt.Run("Get-EcsService web | Update-EcsService -DesiredCount 3").One<Service>();
        Assert.Equal(0, said.Calls("UpdateService"));
        Assert.Equal(3, updated.DesiredCount);
        Assert.Single(updated.Deployments!); // its task definition was not sent along, so that nothing is deployed
    }

    [Fact]
    public void Rows_piped_to_an_update_say_what_to_set()
    {
        using var prompt = Shop.Open();
        prompt.Run("'web', 'api' | ForEach-Object { New-EcsService $_ -TaskDefinition web -DesiredCount 1 }").Clean();
        prompt.Run("[pscustomobject]@{ Service = 'web'; DesiredCount = 2 }, [pscustomobject]@{ Service = 'api'; DesiredCount = 3 } | Update-EcsService").Clean();
        Assert.Equal([3, 2], prompt.Run("Get-EcsService api, web").All<Service>().Select(s => s.DesiredCount!.Value));
    }

    [Fact]
    public void A_script_block_can_compute_a_value_from_each_service()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2").Clean();
        var updated = prompt.Run("Get-EcsService web | Update-EcsService -DesiredCount { $_.DesiredCount + 5 }").One<Service>();
        Assert.Equal(7, updated.DesiredCount);
    }

    [Fact]
    public void Tasks_piped_to_Stop_with_WhatIf_run_on()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait").Clean();
        var said = prompt.Run("Get-EcsTask -Service web | Stop-EcsTask -WhatIf -Verbose").Clean();
        Assert.Equal(0, said.Calls("StopTask"));
        Assert.Equal(3, prompt.Run("Get-EcsTask -Service web").All<EcsTask>().Count(t => t is { LastStatus: "RUNNING", DesiredStatus: "RUNNING" }));
    }

    [Fact]
    public void Tasks_piped_to_Stop_are_stopped()
    {
        using var prompt = Shop.Open();
        prompt.Run("Start-EcsTask web -Count 3; Step-EcsLocal").Clean();
        prompt.Run("Get-EcsTask | Stop-EcsTask -Reason 'enough'; Step-EcsLocal").Clean();
        Assert.All(prompt.Run("Get-EcsTask -DesiredStatus STOPPED").All<EcsTask>(), t => Assert.Equal("enough", t.StoppedReason));
    }

    [Fact]
    public void Two_hundred_and_fifty_ids_on_the_pipeline_are_described_in_three_calls()
    {
        using var prompt = Shop.Open(instances: 8);
        prompt.Run("Start-EcsTask web -Count 250").Clean();
        var said = prompt.Run("$ids = @((Get-EcsTask).TaskArn); $ids | Get-EcsTask -Verbose");
        Assert.Equal(3, said.Calls("DescribeTasks"));
        Assert.Equal(250, said.All<EcsTask>().Select(t => t.TaskArn).Distinct().Count());
        Assert.Equal(prompt.Run("$ids").Output.Select(o => o.ToString()), said.All<EcsTask>().Select(t => t.TaskArn));
    }

    [Fact]
    public void One_missing_name_among_good_ones_is_one_error_and_the_rest_comes_out()
    {
        using var prompt = Shop.Open();
        prompt.Run("'web', 'api' | ForEach-Object { New-EcsService $_ -TaskDefinition web -DesiredCount 1 }").Clean();
        var said = prompt.Run("Get-EcsService web, nosuch, api");
        Assert.Null(said.Ended);
        Assert.Equal(["web", "api"], said.Output.Select(o => ((Service)o.BaseObject).ServiceName));
        var error = said.Error();
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("MISSING,EcsTools.Commands.GetEcsServiceCommand", error.FullyQualifiedErrorId);
        Assert.Contains("nosuch", error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("Get-EcsCluster | Stop-EcsTask", "A Cluster doesn't identify a Task")]
    [InlineData("Get-EcsCluster | Add-EcsTag @{ team = 'web' } @{ a = 'b' }", "A hashtable doesn't identify a Resource")]
    [InlineData("Stop-EcsTask @{ task = 'web' }", "A hashtable doesn't identify a Task")]
    [InlineData("Get-EcsTaskDefinition web | Update-EcsContainerInstanceState -Status DRAINING", "A TaskDefinition doesn't identify a ContainerInstance")]
    public void An_object_of_the_wrong_kind_is_refused_by_name(string script, string message)
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Contains(message, prompt.Run(script).Error().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Start-EcsTask nosuch", "nosuch", "Get-EcsTaskDefinition")]
    [InlineData("Get-EcsService -Cluster nosuch", "nosuch: Cluster not found.", "Get-EcsCluster")]
    [InlineData("Remove-EcsService web -Confirm:$false", "service web in cluster shop", "-Force")]
    [InlineData("Update-EcsService nosuch -DesiredCount 1", "service nosuch in cluster shop: Service not found.", "Get-EcsService")]
    public void An_error_names_the_thing_and_says_what_to_do_next(string script, string name, string advice)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 1").Clean();
        var error = prompt.Run(script).Error();
        Assert.Contains(name, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_piped_to_Get_EcsService_lists_its_services()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 1; Set-EcsContext -Cluster default").Clean();
        Assert.Equal("web", prompt.Run("Get-EcsCluster shop | Get-EcsService").One<Service>().ServiceName);
    }

    [Fact]
    public void A_task_definition_piped_to_New_EcsService_is_what_it_runs()
    {
        using var prompt = Shop.Open();
        var service = prompt.Run("Get-EcsTaskDefinition web | New-EcsService shop-window -DesiredCount 1").One<Service>();
        Assert.EndsWith("task-definition/web:1", service.TaskDefinition, StringComparison.Ordinal);
    }

    [Fact]
    public void An_arn_says_its_own_cluster()
    {
        using var prompt = Shop.Open();
        var arn = prompt.Run("(New-EcsService web -TaskDefinition web -DesiredCount 1).ServiceArn; Set-EcsContext -Cluster elsewhere").One<string>();
        Assert.Equal("web", prompt.Run($"Get-EcsService {arn}").One<Service>().ServiceName);
        Assert.Equal(5, prompt.Run($"Update-EcsService {arn} -DesiredCount 5").One<Service>().DesiredCount);
    }

    [Fact]
    public void First_and_Skip_take_a_part_and_describe_no_more_than_that()
    {
        using var prompt = Shop.Open();
        prompt.Run("Start-EcsTask web -Count 30").Clean();
        var all = prompt.Run("Get-EcsTask").All<EcsTask>().Select(t => t.TaskArn).ToList();
        var said = prompt.Run("Get-EcsTask -Skip 5 -First 3 -Verbose");
        Assert.Equal(all.Skip(5).Take(3), said.All<EcsTask>().Select(t => t.TaskArn));
        Assert.Equal(1, said.Calls("DescribeTasks"));
    }

    [Theory]
    [InlineData("Wait-EcsService web")]
    [InlineData("Start-EcsTask web -LaunchType FARGATE -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1' } } -Wait")]
    [InlineData("Update-EcsService web -DesiredCount 2 -Wait")]
    public async Task Stopping_a_wait_takes_less_than_a_tenth_of_a_second(string script)
    {
        using var prompt = Shop.Open(instances: 0);
        // On the real clock: nothing will ever run, and the wait sleeps between two looks.
        prompt.Run("Stop-EcsLocal; $null = Start-EcsLocal; $null = New-EcsCluster default; Register-EcsTaskDefinition web -NetworkMode awsvpc -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'web'; image = 'nginx' }; New-EcsService web -TaskDefinition web -DesiredCount 1 -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = 'subnet-1' } }").Clean();
        using var shell = prompt.Shell(script);
        var waiting = new TaskCompletionSource();
        shell.Streams.Progress.DataAdded += (_, _) => waiting.TrySetResult();
        var running = shell.InvokeAsync();
        await waiting.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var stopwatch = Stopwatch.StartNew();
        await shell.StopAsync(null, null);
        await Assert.ThrowsAsync<PipelineStoppedException>(() => running);
        Assert.True(stopwatch.ElapsedMilliseconds < 100, $"It took {stopwatch.ElapsedMilliseconds} ms.");
    }
}
