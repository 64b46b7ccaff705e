using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>A cluster that goes with all that is in it.</summary>
public sealed class RemoveClusterTests
{
    [Fact]
    public void Services_tasks_providers_and_instances_go_first_in_that_order()
    {
        using var prompt = Filled();
        var said = prompt.Run("Remove-EcsCluster shop -Recurse -Confirm:$false -Verbose").Clean();
        Assert.Equal(
            ["DeleteService", "DeleteService", "StopTask", "StopTask", "DeleteCapacityProvider", "DeregisterContainerInstance", "DeregisterContainerInstance", "DeregisterContainerInstance", "DeleteCluster"],
            said.Called.Where(call => !call.StartsWith("Describe", StringComparison.Ordinal) && !call.StartsWith("List", StringComparison.Ordinal)));
        Assert.Equal("INACTIVE", prompt.Run("Get-EcsCluster shop").One<Cluster>().Status);
    }

    [Fact]
    public void It_takes_seven_calls_to_look()
    {
        using var prompt = Filled();
        Assert.Equal(
            ["DescribeCapacityProviders", "DescribeClusters", "ListContainerInstances", "ListDaemons", "ListServices", "ListServices", "ListTasks"],
            prompt.Run("Remove-EcsCluster shop -Recurse -WhatIf -Verbose").Clean().Called.Order());
        Assert.Equal(2, prompt.Run("Get-EcsService").All<Service>().Count);
    }

    [Fact]
    public void WhatIf_shows_the_tree_and_one_question_is_asked()
    {
        using var docs = new EcsTools.Docs.Prompt();
        var seen = docs.Type($"& '{EcsPrompt.Metadata("Repository")}docs/examples/shop.ps1'; Remove-EcsCluster shop -Recurse -WhatIf");
        Assert.Contains("\"Delete, with all its resources\n  2 services: web, worker\n  5 tasks\n  3 container instances\" on target \"cluster shop\"", seen.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var host = new AnsweringHost();
        using var prompt = Shop.Open(host: host);
        Assert.Equal(0, prompt.Run("Remove-EcsCluster shop -Recurse -Verbose").Calls("DeleteCluster"));
    }

    [Fact]
    public void It_goes_on_where_it_stopped()
    {
        using var prompt = Filled();
        prompt.Run("$null = Set-EcsLocalBehavior -Operation DeregisterContainerInstance -ErrorCode ServerException -Count 1").Clean();
        var error = prompt.Run("Set-EcsContext -MaxAttempts 1; Remove-EcsCluster shop -Recurse -Confirm:$false").Error();
        Assert.Contains("Deleted before: 2 services, 2 tasks, 1 capacity provider. Run the command again to continue.", error.Exception.Message, StringComparison.Ordinal);
        prompt.Run("Remove-EcsCluster shop -Recurse -Confirm:$false").Clean();
        Assert.Equal("INACTIVE", prompt.Run("Get-EcsCluster shop").One<Cluster>().Status);
    }

    [Fact]
    public void Without_Recurse_a_cluster_that_is_not_empty_stays()
    {
        using var prompt = Filled();
        var error = prompt.Run("Remove-EcsCluster shop -Confirm:$false").Error();
        Assert.StartsWith("ClusterContainsServicesException,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Recurse", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("ClusterNotFoundException,", prompt.Run("Remove-EcsCluster nosuch -Recurse -Confirm:$false").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static EcsPrompt Filled()
    {
        var prompt = Shop.Open();
        prompt.Run("""
            $null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait
            $null = New-EcsService worker -TaskDefinition web -DesiredCount 1 -Wait
            $null = Start-EcsTask web -Count 2
            $null = New-EcsCapacityProvider mine -Cluster shop -Wait -ManagedInstancesProvider @{
                infrastructureRoleArn = 'arn:aws:iam::123456789012:role/infra'
                instanceLaunchTemplate = @{ ec2InstanceProfileArn = 'arn:aws:iam::123456789012:instance-profile/p'; networkConfiguration = @{ subnets = @('subnet-1') }; monitoring = 'BASIC' }
            }
            """).Clean();
        return prompt;
    }
}
