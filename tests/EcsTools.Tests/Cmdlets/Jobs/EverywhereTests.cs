using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>Several regions and clusters at once.</summary>
public sealed class EverywhereTests : IDisposable
{
    private readonly EcsPrompt prompt = Shop.Open(instances: 1);

    public EverywhereTests() => prompt.Run("""
        $null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait
        $null = New-EcsCluster other
        $null = New-EcsService api -Cluster other -TaskDefinition web -DesiredCount 0
        $null = New-EcsService web -Cluster other -TaskDefinition web -DesiredCount 0
        $there = @{ Region = 'eu-west-1' }
        $null = New-EcsCluster shop @there
        $null = Register-EcsTaskDefinition web @there -ContainerDefinition @{ name = 'web'; image = 'there'; memory = 64 }
        $null = Register-EcsTaskDefinition only-there @there -ContainerDefinition @{ name = 'web'; image = 'there'; memory = 64 }
        $null = New-EcsService web @there -TaskDefinition web -DesiredCount 0
        $both = @{ Region = 'us-east-1', 'eu-west-1' }
        """).Clean();

    public void Dispose() => prompt.Dispose();

    [Fact]
    public void Objects_of_several_regions_say_their_region_and_keep_it_when_piped_on()
    {
        var said = prompt.Run("Get-EcsService @both -Verbose");
        Assert.Equal(["us-east-1", "eu-west-1"], said.Clean().Output.Select(service => service.Properties["Region"].Value));
        Assert.Equal(["DescribeServices", "DescribeServices", "ListServices", "ListServices"], said.Called.Order());
        Assert.Equal([4, 4], prompt.Run("Get-EcsService @both | Update-EcsService -DesiredCount 4").All<Service>().Select(service => service.DesiredCount));
        Assert.Equal(4, prompt.Run("Get-EcsService web -Region eu-west-1").One<Service>().DesiredCount);
    }

    [Fact]
    public void What_has_no_ARN_keeps_its_region_too()
    {
        Assert.Equal("us-east-1/web eu-west-1/only-there eu-west-1/web", string.Join(' ', prompt.Run("Get-EcsTaskDefinitionFamily @both | ForEach-Object { \"$($_.Region)/$($_.Family)\" }").All<string>()));
        Assert.Equal(["nginx", "there", "there"], prompt.Run("(Get-EcsTaskDefinitionFamily @both | Get-EcsTaskDefinition).ContainerDefinitions.Image").All<string>());
        Assert.Equal("arn:aws:ecs:eu-west-1", prompt.Run("(Get-EcsTaskDefinitionFamily only-there @both | Copy-EcsTaskDefinition -Image new:1).TaskDefinitionArn").One<string>()[..21]);
    }

    [Fact]
    public void A_name_is_missing_only_if_no_place_has_it()
    {
        Assert.Equal("arn:aws:ecs:eu-west-1", prompt.Run("Get-EcsTaskDefinition only-there @both").One<TaskDefinition>().TaskDefinitionArn![..21]);
        Assert.Equal("other", prompt.Run("Get-EcsService api -Cluster *").One<Service>().Cluster);
        var said = prompt.Run("Get-EcsService api, nosuch -Cluster * -Verbose");
        Assert.Equal("api", said.Output.Single().ToString());
        Assert.Contains("nosuch", said.Error().ToString(), StringComparison.Ordinal);
        Assert.Equal(["DescribeServices", "DescribeServices", "ListClusters"], said.Called.Order());
    }

    [Fact]
    public void An_error_of_one_region_does_not_end_the_others()
    {
        prompt.Run("$null = New-EcsCluster far -Region eu-west-1; $null = Register-EcsTaskDefinition t -Region eu-west-1 -ContainerDefinition @{ name = 'web'; image = 'there'; memory = 64 }; $null = New-EcsService far -Cluster far -TaskDefinition t -DesiredCount 0 -Region eu-west-1").Clean();
        var said = prompt.Run("Get-EcsService -Cluster far @both");
        Assert.Equal("far", said.Output.Single().ToString());
        Assert.StartsWith("ClusterNotFoundException,", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("us-east-1: ", said.Error().ToString(), StringComparison.Ordinal);
        Assert.Equal(2, prompt.Run("Get-EcsService -Region us-east-1, 'no region', eu-west-1 -ErrorAction SilentlyContinue").Output.Count);
    }

    [Fact]
    public void Wildcards_name_clusters_for_one_call_and_ARNs_their_own_region()
    {
        var said = prompt.Run("Get-EcsService -Cluster * -Verbose");
        Assert.Equal(["other/api", "other/web", "shop/web"], said.All<Service>().Select(service => $"{service.Cluster}/{service.ServiceName}").Order());
        Assert.Equal(1, said.Calls("ListClusters"));
        Assert.Equal(["api", "web"], prompt.Run("Get-EcsService -Cluster oth*").All<Service>().Select(service => service.ServiceName));
        Assert.Empty(prompt.Run("Get-EcsService -Cluster nosuch*").Clean().Output);
        var arn = prompt.Run("Get-EcsService web -Region eu-west-1").One<Service>().ServiceArn;
        var named = prompt.Run($"Get-EcsService {arn} @both -Verbose");
        Assert.Equal((1, 1), (named.All<Service>().Count, named.Calls("DescribeServices")));
    }

    /// <summary>Every cmdlet that looks takes several regions, and wildcards where it takes a cluster.</summary>
    [Fact]
    public void Every_Get_and_Measure_cmdlet_looks_everywhere()
    {
        prompt.Run("$null = New-EcsService ext -TaskDefinition $null -DesiredCount 0 -DeploymentController EXTERNAL -ErrorAction Ignore").Output.ToString();
        var cmdlets = prompt.Run("Get-Command -Module EcsTools -CommandType Cmdlet | Where-Object { $_.Verb -in 'Get', 'Measure' -and $_.Parameters.ContainsKey('EndpointUrl') }").All<System.Management.Automation.CmdletInfo>();
        Assert.True(cmdlets.Count > 20);
        Assert.All(cmdlets, cmdlet => Assert.Equal(typeof(string[]), cmdlet.Parameters["Region"].ParameterType));
        foreach (var cmdlet in cmdlets.Where(cmdlet => cmdlet.Parameters.ContainsKey("Cluster")))
        {
            var needed = cmdlet.Name switch
            {
                "Get-EcsServiceEvent" or "Get-EcsServiceDeployment" or "Get-EcsTaskSet" => "web",
                "Get-EcsServiceRevision" => "-Service web",
                "Get-EcsTaskProtection" => "(Get-EcsTask -ServiceName web).TaskArn",
                "Get-EcsContainerLog" or "Get-EcsLog" => null,
                "Get-EcsPollEndpoint" => "",
                _ => "",
            };
            if (needed is null) continue;
            var said = prompt.Run($"{cmdlet.Name} {needed} -Cluster * -Verbose -ErrorAction SilentlyContinue");
            Assert.True(said.Ended is null, $"{cmdlet.Name}: {said.Ended?.Message}");
            Assert.True(said.Calls("ListClusters") <= 2, cmdlet.Name);
            Assert.DoesNotContain(prompt.Run($"@($Error)[0..2].FullyQualifiedErrorId; $Error.Clear()").Output, id => $"{id}".StartsWith("ClusterNotFound", StringComparison.Ordinal) || $"{id}".StartsWith("UnexpectedError", StringComparison.Ordinal));
        }
    }
}
