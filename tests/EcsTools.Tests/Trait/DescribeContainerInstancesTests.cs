using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class DescribeContainerInstancesTests
{
    [Fact]
    public void Registered_and_remaining_resources_of_each_instance_are_told()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("Start-EcsTask web -Count 3").Clean();
        var instance = Assert.Single(prompt.Instances());
        Assert.Equal([("CPU", 4096), ("MEMORY", 8192)], instance.RegisteredResources!.Select(r => (r.Name!, r.IntegerValue!.Value)));
        Assert.Equal([("CPU", 4096 - (3 * 64)), ("MEMORY", 8192 - (3 * 64))], instance.RemainingResources!.Select(r => (r.Name!, r.IntegerValue!.Value)));
    }
}
