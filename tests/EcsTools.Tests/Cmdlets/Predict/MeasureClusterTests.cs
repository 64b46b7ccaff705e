using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets.Predict;

/// <summary>Measure-EcsCluster: what there is, what is left, and how it looks.</summary>
public class MeasureClusterTests
{
    [Fact]
    public void A_cluster_is_measured_in_all_by_zone_and_by_instance()
    {
        using var prompt = Shop.Open(instances: 4);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 8 -Wait").Clean();

        var measured = prompt.Run("Measure-EcsCluster").Clean().Output;

        Assert.Equal(["Cluster", "Zone", "Instance", "Zone", "Instance", "Instance", "Zone", "Instance"], measured.Select(row => Text(row, "Kind")));
        Assert.Equal(["shop", "us-east-1a", "us-east-1b", "us-east-1c"], measured.Where(row => Text(row, "Kind") != "Instance").Select(row => Text(row, "Name")));
        Assert.Equal("cluster shop: CPU 15872 of 16384 free, memory 32256 of 32768 free, 8 tasks running", measured[0].ToString());
        foreach (var resource in new[] { "Cpu", "Memory" })
        {
            foreach (var amount in new[] { "Registered", "Used", "Free" })
            {
                var all = Amount(measured[0], resource, amount);
                Assert.Equal(all, measured.Where(row => Text(row, "Kind") == "Zone").Sum(row => Amount(row, resource, amount)));
                Assert.Equal(all, measured.Where(row => Text(row, "Kind") == "Instance").Sum(row => Amount(row, resource, amount)));
            }
        }
    }

    [Fact]
    public void Clusters_come_down_the_pipeline_and_by_wildcard_and_one_that_is_missing_is_an_error()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = New-EcsCluster empty").Clean();

        Assert.Equal(["empty", "shop"], Clusters(prompt.Run("Get-EcsCluster | Measure-EcsCluster")).Order());
        Assert.Equal(["empty"], Clusters(prompt.Run("Measure-EcsCluster e*")));
        Assert.Equal("empty", Text(Assert.Single(prompt.Run("Measure-EcsCluster empty").Clean().Output), "Name"));
        Assert.Contains("gone", prompt.Run("Measure-EcsCluster gone").Error().ToString(), StringComparison.Ordinal);

        static IEnumerable<string> Clusters(Said said) => said.Clean().Output.Select(row => Text(row, "Cluster")).Distinct();
    }

    [Fact]
    public void Tasks_on_fargate_count_for_the_cluster_though_no_instance_has_them()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("""
            $null = Register-EcsTaskDefinition job -NetworkMode awsvpc -Cpu 256 -Memory 512 -RequiresCompatibility FARGATE -ContainerDefinition @{ name = 'job'; image = 'job' }
            $null = Start-EcsTask job -LaunchType FARGATE -NetworkConfiguration @{ awsvpcConfiguration = @{ subnets = @('subnet-1') } }
            """).Clean();

        var measured = Assert.Single(prompt.Run("Measure-EcsCluster").Clean().Output);

        Assert.Equal(1, measured.Properties["PendingTasks"].Value);
        Assert.Equal("0 of 0 free", Text(measured, "Cpu"));
    }

    [Fact]
    public void A_measured_instance_can_be_piped_on()
    {
        using var prompt = Shop.Open(instances: 2);
        var drained = prompt.Run("Measure-EcsCluster | Where-Object Zone -eq us-east-1b | Where-Object Kind -eq Instance | Update-EcsContainerInstanceState -Status DRAINING");
        Assert.Equal("DRAINING", drained.One<EcsTools.Model.ContainerInstance>().Status);
        Assert.Equal(["us-east-1b"], prompt.Run("Measure-EcsCluster | Where-Object Status -eq DRAINING").Clean().Output.Select(row => Text(row, "Zone")));
    }

    private static string Text(PSObject row, string property) => row.Properties[property].Value?.ToString() ?? "";

    private static int Amount(PSObject row, string resource, string amount) => (int)PSObject.AsPSObject(row.Properties[resource].Value).Properties[amount].Value;
}
