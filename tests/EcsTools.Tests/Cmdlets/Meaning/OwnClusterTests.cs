using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Meaning;

/// <summary>Two clusters with services of the same names: an object acts in its own, however it came.</summary>
public sealed class OwnClusterTests
{
    private const string Two = "arn:aws:ecs:us-east-1:123456789012:cluster/two";

    [Theory]
    [InlineData("$web | Get-EcsTask | Stop-EcsTask; $null = Step-EcsLocal; Get-EcsTask -Cluster two -DesiredStatus STOPPED", 2)]
    [InlineData("Get-EcsTask -ServiceName $web", 2)]
    [InlineData("$web.Deployments | Get-EcsTask -Cluster two", 2)]
    [InlineData("Get-EcsTask -Cluster two -ServiceName api | Get-EcsService | Get-EcsTask", 1)]
    [InlineData("$PSDefaultParameterValues = @{ '*-Ecs*:Cluster' = 'one' }; $web | Get-EcsTask", 2)]
    [InlineData("$PSDefaultParameterValues = @{ '*-Ecs*:Cluster' = 'one' }; Get-EcsTask -ServiceName $web", 2)]
    [InlineData(", @(, @($web)) | Get-EcsTask", 2)]
    [InlineData("Get-EcsTaskDefinition web | Get-EcsTask -Cluster two", 3)]
    [InlineData("Get-EcsContainerInstance -Cluster two | Get-EcsTask", 3)]
    public void Tasks_of_the_object_are_meant(string script, int tasks)
    {
        using var prompt = Open();
        var found = prompt.Run(script).All<EcsTask>();
        Assert.Equal(Enumerable.Repeat(Two, tasks), found.Select(task => task.ClusterArn));
        Assert.Equal(3, prompt.Run("Get-EcsTask -Cluster one").All<EcsTask>().Count);
    }

    [Theory]
    [InlineData("$null = Get-EcsService api -Cluster two -OutVariable old; Remove-EcsService $old -Force -Confirm:$false")]
    [InlineData("Remove-EcsService (Get-EcsService -Cluster two).Where({ $_.ServiceName -eq 'api' }) -Force -Confirm:$false")]
    [InlineData(", [Collections.ArrayList]@(Get-EcsService api -Cluster two) | Remove-EcsService -Force -Confirm:$false")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-EcsService api -Cluster two))) | Remove-EcsService -Force -Confirm:$false")]
    public void A_list_of_any_type_is_its_objects(string script)
    {
        using var prompt = Open();
        prompt.Run(script).Clean();
        Assert.Equal("ACTIVE", prompt.Run("Get-EcsService api -Cluster one").One<Service>().Status);
        Assert.NotEqual("ACTIVE", prompt.Run("Get-EcsService api -Cluster two").One<Service>().Status);
    }

    [Fact]
    public void A_default_of_the_session_gives_way_and_a_cluster_that_was_typed_is_an_error()
    {
        using var prompt = Open();
        prompt.Run("$null = New-EcsCluster b; $PSDefaultParameterValues = @{ '*-Ecs*:Cluster' = 'one' }; Get-EcsCluster b | Remove-EcsCluster -Confirm:$false").Clean();
        Assert.Equal("INACTIVE", prompt.Run("$PSDefaultParameterValues = @{}; Get-EcsCluster b").One<Cluster>().Status);
        Assert.StartsWith("ClusterMismatch,", prompt.Run("$web | Update-EcsService -Cluster one -DesiredCount 9").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, prompt.Run("Get-EcsService web -Cluster one").One<Service>().DesiredCount);
    }

    [Fact]
    public void A_service_is_the_description_of_a_new_one()
    {
        using var prompt = Open();
        var copy = prompt.Run("$web | New-EcsService -ServiceName copy -DesiredCount 1").One<Service>();
        Assert.Equal(("copy", 1, Two), (copy.ServiceName, copy.DesiredCount, copy.ClusterArn));
        Assert.EndsWith("web:1", copy.TaskDefinition, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_block_sets_a_parameter_and_other_properties_of_the_object_do_not()
    {
        using var prompt = Open();
        Assert.Equal(7, prompt.Run("$web | Update-EcsService -DesiredCount { $_.DesiredCount + 5 }").One<Service>().DesiredCount);
        Assert.Single(prompt.Run("$web | Update-EcsService -DesiredCount 1").One<Service>().Deployments!);
    }

    private static EcsPrompt Open()
    {
        var prompt = Shop.Open(instances: 0);
        prompt.Run("""
            foreach ($cluster in 'one', 'two') {
                $null = New-EcsCluster $cluster
                $null = Register-EcsContainerInstance -Cluster $cluster -TotalResource @{ name = 'CPU'; type = 'INTEGER'; integerValue = 4096 }, @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 8192 }
                $null = New-EcsService web -Cluster $cluster -TaskDefinition web -DesiredCount 2 -Wait
                $null = New-EcsService api -Cluster $cluster -TaskDefinition web -DesiredCount 1 -Wait
            }
            Set-EcsContext -Cluster one
            $web = Get-EcsService web -Cluster two
            """).Clean();
        return prompt;
    }
}
