using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class DescribeServicesTests
{
    [Fact]
    public void The_specified_services_of_the_cluster_are_described()
    {
        using var prompt = Shop.Open();
        prompt.Run("'a', 'b', 'c' | ForEach-Object { New-EcsService $_ -TaskDefinition web -DesiredCount 1 }").Clean();
        prompt.Settle();
        var services = prompt.Run("Get-EcsService c, a").All<Service>();
        Assert.Equal(["c", "a"], services.Select(s => s.ServiceName));
        Assert.All(services, s => Assert.Equal(("ACTIVE", 1, 1), (s.Status, s.DesiredCount, s.RunningCount)));
    }
}
