using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Structures are made of what people have, and wrong ones are refused with the place and the right name.</summary>
public sealed class BindingTests
{
    [Fact]
    public void A_mistyped_key_three_levels_down_is_named_by_its_path_with_the_right_name()
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run("Register-EcsTaskDefinition x -ContainerDefinition @{ name = 'web'; image = 'nginx'; portMappings = @{ containerPort = 80 }, @{ contanerPort = 81 } }");
        var message = said.Error().ToString();
        Assert.Contains("containerDefinitions[0].portMappings[1].contanerPort", message, StringComparison.Ordinal);
        Assert.Contains("did you mean containerPort", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_mistake_in_json_and_in_a_file_is_named_the_same_way()
    {
        using var prompt = Shop.Open(instances: 0);
        const string json = """{"family":"x","containerDefinitions":[{"name":"web","portMappings":[{"containerPort":80},{"contanerPort":81}]}]}""";
        Assert.Contains("containerDefinitions[0].portMappings[1].contanerPort", prompt.Run($"Register-EcsTaskDefinition -CliInputJson '{json}'").Error().ToString(), StringComparison.Ordinal);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, json);
        var message = prompt.Run($"Register-EcsTaskDefinition -CliInputJson '{file}'").Error().ToString();
        File.Delete(file);
        Assert.Contains("containerDefinitions[0].portMappings[1].contanerPort", message, StringComparison.Ordinal);
        Assert.Contains(file, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ Name = 'web'; IMAGE = 'nginx'; memory = '64'; portMappings = @{ containerPort = 80 } }")]
    [InlineData("([pscustomobject]@{ name = 'web'; image = 'nginx'; memory = 64; portMappings = @([pscustomobject]@{ containerPort = '80' }) })")]
    [InlineData("""'{"name":"web","image":"nginx","memory":64,"portMappings":[{"containerPort":80}]}'""")]
    [InlineData("""'[{"name":"web","image":"nginx","memory":64,"portMappings":[{"containerPort":80}]}]'""")]
    [InlineData("([EcsTools.Model.ContainerDefinition]@{ Name = 'web'; Image = 'nginx'; Memory = 64; PortMappings = [Collections.Generic.List[EcsTools.Model.PortMapping]]@([EcsTools.Model.PortMapping]@{ ContainerPort = 80 }) })")]
    public void Hashtable_object_json_and_typed_object_mean_the_same(string container)
    {
        using var prompt = Shop.Open(instances: 0);
        var definition = prompt.Run($"Register-EcsTaskDefinition x -ContainerDefinition {container}").One<TaskDefinition>();
        var only = Assert.Single(definition.ContainerDefinitions!);
        Assert.Equal(("web", "nginx", 64, 80), (only.Name, only.Image, only.Memory, only.PortMappings![0].ContainerPort));
    }

    [Fact]
    public void A_hashtable_makes_tags_and_environment_variables()
    {
        using var prompt = Shop.Open(instances: 0);
        var definition = prompt.Run("Register-EcsTaskDefinition x -Tag @{ team = 'web' } -ContainerDefinition @{ name = 'web'; image = 'nginx'; memory = 64; environment = @{ STAGE = 'prod'; LEVEL = 3 } }").One<TaskDefinition>();
        Assert.Equal(("team", "web"), (definition.Tags![0].Key, definition.Tags[0].Value));
        Assert.Equal(["LEVEL=3", "STAGE=prod"], definition.ContainerDefinitions![0].Environment!.Select(e => $"{e.Name}={e.Value}").Order());
    }

    [Fact]
    public void Tags_written_out_in_full_as_the_api_has_them_are_understood()
    {
        using var prompt = Shop.Open(instances: 0);
        var cluster = prompt.Run("New-EcsCluster tagged -Tag @{ Key = 'team'; Value = 'web' }, @{ Key = 'stage'; Value = 'prod' }").One<Cluster>();
        Assert.Equal(["stage=prod", "team=web"], cluster.Tags!.Select(t => $"{t.Key}={t.Value}").Order());
    }

    [Fact]
    public void Enums_are_put_into_the_api_s_case_and_new_ones_let_through()
    {
        using var prompt = Shop.Open();
        Assert.Equal("EC2", prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 0 -LaunchType ec2").One<Service>().LaunchType);
        var refused = prompt.Run("New-EcsService moon -TaskDefinition web -DesiredCount 0 -LaunchType MOON").Error();
        Assert.Equal("InvalidParameterException,EcsTools.Commands.NewEcsServiceCommand", refused.FullyQualifiedErrorId);
        Assert.Contains("launch type should be one of", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Enums_deep_in_a_structure_are_put_into_the_api_s_case_too()
    {
        using var prompt = Shop.Open(instances: 0);
        var service = prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 0 -PlacementStrategy @{ type = 'BinPack'; field = 'cpu' } -DeploymentController @{ type = 'ecs' }").One<Service>();
        Assert.Equal(("binpack", "ECS"), (service.PlacementStrategy![0].Type, service.DeploymentController!.Type));
    }

    [Fact]
    public void A_text_or_a_number_alone_is_the_only_member_or_the_only_required_one()
    {
        using var prompt = Shop.Open(instances: 0);
        var service = prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 0 -CapacityProviderStrategy FARGATE, FARGATE_SPOT -DeploymentController ecs").Error();
        Assert.Contains("not associated with the cluster", service.ToString(), StringComparison.Ordinal);
        Assert.Equal("EXTERNAL", prompt.Run("New-EcsService ext -DesiredCount 0 -DeploymentController external").One<Service>().DeploymentController!.Type);
        Assert.Equal(30, prompt.Run("Register-EcsTaskDefinition x -EphemeralStorage 30 -ContainerDefinition @{ name = 'x'; image = 'x'; memory = 8; logConfiguration = 'json-file' }").One<TaskDefinition>().EphemeralStorage!.SizeInGiB);
        Assert.Contains("ephemeralStorage.sizeInGiB: expected a whole number, found 'much'", prompt.Run("Register-EcsTaskDefinition x -EphemeralStorage much").Error().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ name = 'web'; image = 'nginx'; memory = 'much' }", "containerDefinitions[0].memory: expected a whole number, found 'much'")]
    [InlineData("@{ name = 'web'; image = 'nginx'; memory = 1.5 }", "containerDefinitions[0].memory: expected a whole number, found '1.5'")]
    [InlineData("@{ name = 'web'; image = 'nginx'; essential = 'perhaps' }", "containerDefinitions[0].essential: expected true or false, found 'perhaps'")]
    [InlineData("@{ name = @{ a = 1 } }", "containerDefinitions[0].name: expected a string, found a hashtable")]
    [InlineData("@{ portMappings = 80 }", "containerDefinitions[0].portMappings[0]: expected a hashtable, object or JSON with members of PortMapping, found '80'")]
    [InlineData("'{ \"name\": }'", "containerDefinitions[0]: not JSON")]
    public void A_value_of_the_wrong_kind_is_refused_with_its_path(string container, string message)
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Contains(message, prompt.Run($"Register-EcsTaskDefinition x -ContainerDefinition {container}").Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_described_a_task_definition_registers_it_again()
    {
        using var prompt = Shop.Open(instances: 0);
        var again = prompt.Run("Get-EcsTaskDefinition web | Register-EcsTaskDefinition").One<TaskDefinition>();
        Assert.Equal((2, "nginx"), (again.Revision, again.ContainerDefinitions![0].Image));
        const string described = """{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:us-east-1:123456789012:task-definition/web:1","revision":1,"status":"ACTIVE","family":"web","containerDefinitions":[{"name":"web","image":"nginx:2","memory":64}]},"tags":[]}""";
        Assert.Equal("nginx:2", prompt.Run($"Register-EcsTaskDefinition -CliInputJson '{described}'").One<TaskDefinition>().ContainerDefinitions![0].Image);
    }

    [Theory]
    [InlineData("Register-EcsTaskDefinition ./web.json")]
    [InlineData("Register-EcsTaskDefinition -Family web.yaml")]
    [InlineData("New-EcsService ./web.json")]
    [InlineData("Update-EcsService ./web.json")]
    [InlineData("Set-EcsService web.yml")]
    [InlineData("Start-EcsTask ./job.yaml")]
    [InlineData("New-EcsTaskSet ./web.json")]
    [InlineData("New-EcsCapacityProvider ./provider.json")]
    [InlineData("Test-EcsDeployment ./web.json")]
    [InlineData("Register-EcsDaemonTaskDefinition C:\\defs\\agent.yml")]
    public void A_file_in_the_place_of_a_name_is_an_error_that_names_CliInputJson(string script)
    {
        using var prompt = Shop.Open();
        Assert.Contains($"-CliInputJson {script.Split(' ')[^1]}", prompt.Run(script).Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_one_error_that_names_it()
    {
        using var prompt = Shop.Open(instances: 0);
        var error = prompt.Run("Register-EcsTaskDefinition -CliInputJson ./nosuch.json").Error();
        Assert.Equal(ErrorCategory.OpenError, error.CategoryInfo.Category);
        Assert.Contains("nosuch.json", error.ToString(), StringComparison.Ordinal);
    }
}
