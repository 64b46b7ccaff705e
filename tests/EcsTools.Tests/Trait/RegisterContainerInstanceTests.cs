using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class RegisterContainerInstanceTests
{
    [Fact]
    public void An_instance_is_registered_into_the_cluster_as_its_agent_describes_it()
    {
        using var prompt = Shop.Open(instances: 0);
        var instance = prompt.Run("""
            Register-EcsContainerInstance -InstanceIdentityDocument '{ "instanceId": "i-0123456789abcdef0", "instanceType": "m5.large", "availabilityZone": "us-east-1f" }' `
                -VersionInfo @{ agentVersion = '1.89.0' } -TotalResource @{ name = 'CPU'; type = 'INTEGER'; integerValue = 2048 }
            """).One<ContainerInstance>();
        Assert.Equal(("i-0123456789abcdef0", "ACTIVE", true, "1.89.0"), (instance.Ec2InstanceId, instance.Status, instance.AgentConnected, instance.VersionInfo!.AgentVersion));
        Assert.Contains(instance.Attributes!, a => a is { Name: "ecs.instance-type", Value: "m5.large" });
        Assert.Contains(":container-instance/shop/", instance.ContainerInstanceArn, StringComparison.Ordinal);
    }

    [Fact]
    public void The_instance_becomes_available_to_place_containers_on()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2").Clean();
        prompt.Settle();
        Assert.Equal(0, prompt.Service().RunningCount);
        prompt.Run("$null = Add-Instance 1").Clean();
        prompt.Settle();
        Assert.Equal(2, prompt.Service().RunningCount);
    }
}
