using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class RegisterTaskDefinitionTests
{
    private const string Container = "-ContainerDefinition @{ name = 'web'; image = 'nginx'; memory = 64 }";

    [Fact]
    public void A_new_task_definition_is_registered_from_family_and_container_definitions()
    {
        using var prompt = Shop.Open(instances: 0);
        var definition = prompt.Run($"Register-EcsTaskDefinition api {Container}").One<TaskDefinition>();
        Assert.Equal(("api", 1, "ACTIVE", "nginx"), (definition.Family, definition.Revision, definition.Status, definition.ContainerDefinitions![0].Image));
        Assert.Equal(2, prompt.Run($"Register-EcsTaskDefinition api {Container}").One<TaskDefinition>().Revision);
    }

    [Fact]
    public void Data_volumes_are_added_with_the_volumes_parameter()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("""
            $null = Register-EcsTaskDefinition api -Volume @{ name = 'data'; host = @{ sourcePath = '/data' } } `
                -ContainerDefinition @{ name = 'web'; image = 'nginx'; memory = 64; mountPoints = @{ sourceVolume = 'data'; containerPath = '/var/data' } }
            """).Clean();
        var definition = prompt.Run("Get-EcsTaskDefinition api").One<TaskDefinition>();
        Assert.Equal(("data", "/data"), (definition.Volumes![0].Name, definition.Volumes[0].Host!.SourcePath));
        Assert.Equal("data", definition.ContainerDefinitions![0].MountPoints![0].SourceVolume);
    }

    [Fact]
    public void An_iam_role_is_given_with_the_task_role()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run($"$null = Register-EcsTaskDefinition api {Container} -TaskRoleArn arn:aws:iam::123456789012:role/api").Clean();
        Assert.Equal("arn:aws:iam::123456789012:role/api", prompt.Run("Get-EcsTaskDefinition api").One<TaskDefinition>().TaskRoleArn);
    }

    [Theory]
    [InlineData("bridge")]
    [InlineData("host")]
    [InlineData("none")]
    [InlineData("awsvpc")]
    public void The_networking_mode_is_one_of_docker_s_or_awsvpc(string mode)
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal(mode, prompt.Run($"Register-EcsTaskDefinition api {Container} -NetworkMode {mode}").One<TaskDefinition>().NetworkMode);
    }

    [Fact]
    public void Under_awsvpc_a_task_is_allocated_an_elastic_network_interface()
    {
        using var prompt = Shop.Open();
        prompt.Run($"$null = Register-EcsTaskDefinition api {Container} -NetworkMode awsvpc; Start-EcsTask api -NetworkConfiguration @{{ awsvpcConfiguration = @{{ subnets = 'subnet-1' }} }}").Clean();
        Assert.Equal("PROVISIONING", Assert.Single(prompt.Tasks()).LastStatus);
        prompt.Settle();
        var attachment = Assert.Single(Assert.Single(prompt.Tasks()).Attachments!);
        Assert.Equal(("ElasticNetworkInterface", "ATTACHED"), (attachment.Type, attachment.Status));
    }

    [Theory]
    [InlineData("Start-EcsTask api")]
    [InlineData("New-EcsService api -TaskDefinition api -DesiredCount 1")]
    public void Under_awsvpc_a_network_configuration_must_be_given(string script)
    {
        using var prompt = Shop.Open();
        prompt.Run($"$null = Register-EcsTaskDefinition api {Container} -NetworkMode awsvpc").Clean();
        Assert.Contains("Network Configuration must be provided when networkMode 'awsvpc' is specified.", prompt.Refused(script).Message, StringComparison.Ordinal);
    }
}
