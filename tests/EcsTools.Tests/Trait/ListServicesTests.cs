using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class ListServicesTests
{
    [Fact]
    public void The_services_of_the_cluster_are_listed()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = New-EcsCluster other; 'a', 'b' | ForEach-Object { New-EcsService $_ -TaskDefinition web -DesiredCount 0 }; New-EcsService c -Cluster other -TaskDefinition web -DesiredCount 0").Clean();
        Assert.Equal(["a", "b"], prompt.Run("Get-EcsService").All<Service>().Select(s => s.ServiceName).Order());
        Assert.Equal("c", prompt.Run("Get-EcsService -Cluster other").One<Service>().ServiceName);
    }
}
