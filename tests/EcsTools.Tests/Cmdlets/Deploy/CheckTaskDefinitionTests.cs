using CsCheck;
using EcsTools.Model;
using EcsTools.Tests.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Errors in a task definition are found before ECS rejects it.</summary>
public sealed class CheckTaskDefinitionTests
{
    /// <summary>A task definition that nothing is wrong with, on Fargate.</summary>
    private const string Good = """
        $d = @{
            family = 'web'; networkMode = 'awsvpc'; requiresCompatibilities = @('FARGATE'); cpu = '512'; memory = '1024'; executionRoleArn = 'arn:aws:iam::123456789012:role/x'
            volumes = @(@{ name = 'data' })
            containerDefinitions = @(
                @{ name = 'web'; image = 'nginx:1'; cpu = 128; memory = 256; portMappings = @(@{ containerPort = 80; name = 'http' }); environment = @(@{ name = 'A'; value = '1' }); secrets = @(@{ name = 'S'; valueFrom = 'arn:s' })
                   mountPoints = @(@{ sourceVolume = 'data'; containerPath = '/data' }); healthCheck = @{ command = 'CMD', 'ok'; interval = 10 }
                   logConfiguration = @{ logDriver = 'awslogs'; options = @{ 'awslogs-group' = 'g'; 'awslogs-region' = 'r'; 'awslogs-stream-prefix' = 'p' } } }
                @{ name = 'side'; image = 'envoy:1'; essential = $false; dependsOn = @(@{ containerName = 'web'; condition = 'HEALTHY' }) })
        }
        $web, $side = $d.containerDefinitions
        """;

    [Fact]
    public void Nothing_is_said_of_a_good_one()
    {
        using var prompt = new EcsPrompt();
        Assert.Empty(prompt.Run($"{Good}; Test-EcsTaskDefinition $d").Clean().Output);
        Assert.Equal(true, Assert.Single(prompt.Run($"{Good}; Test-EcsTaskDefinition $d -Quiet").Output).BaseObject);
    }

    [Theory]
    [InlineData("$d.memory = '512'", "memory", "1024 to 4096 MiB in steps of 1024")]
    [InlineData("$d.cpu = '300'", "cpu", "256, 512, 1024")]
    [InlineData("$d.Remove('cpu')", "cpu", "256, 512, 1024")]
    [InlineData("$d.networkMode = 'bridge'", "networkMode", "awsvpc")]
    [InlineData("$web.memory = 2048", "containerDefinitions[web].memory", "raise the task's memory")]
    [InlineData("$web.memory = 4", "containerDefinitions[web].memory", "6 MiB")]
    [InlineData("$web.cpu = 1024", "cpu", "lower the containers'")]
    [InlineData("$web.memoryReservation = 300", "containerDefinitions[web].memoryReservation", "Reserve less")]
    [InlineData("$side.name = 'a b'", "containerDefinitions[1].name", "letters")]
    [InlineData("$side.name = 'web'; $side.Remove('dependsOn')", "containerDefinitions[web].name", "another")]
    [InlineData("$web.Remove('image')", "containerDefinitions[web].image", "Name an image")]
    [InlineData("$web.essential = $false", "containerDefinitions", "Make one essential")]
    [InlineData("$d.containerDefinitions = @()", "containerDefinitions", "Define one")]
    [InlineData("$d.Remove('family')", "family", "family")]
    [InlineData("$web.portMappings[0].hostPort = 8080", "containerDefinitions[web].portMappings[0].hostPort", "Omit hostPort")]
    [InlineData("$web.portMappings[0].containerPort = 70000", "containerDefinitions[web].portMappings[0].containerPort", "65535")]
    [InlineData("$side.portMappings = @(@{ containerPort = 80 })", "containerDefinitions[side].portMappings[0].hostPort", "another")]
    [InlineData("$side.links = @('web')", "containerDefinitions[side].links", "localhost")]
    [InlineData("$web.environment += @{ name = 'S'; value = '' }", "containerDefinitions[web].secrets[S]", "another")]
    [InlineData("$d.Remove('executionRoleArn'); $web.Remove('logConfiguration')", "executionRoleArn", "read them")]
    [InlineData("$d.Remove('executionRoleArn'); $web.Remove('secrets')", "executionRoleArn", "CloudWatch")]
    [InlineData("$web.logConfiguration.options.Remove('awslogs-group')", "containerDefinitions[web].logConfiguration.options[awslogs-group]", "awslogs-group")]
    [InlineData("$web.logConfiguration = @{ logDriver = 'gelf' }", "containerDefinitions[web].logConfiguration.logDriver", "awslogs, splunk, awsfirelens")]
    [InlineData("$web.logConfiguration = @{ logDriver = 'awsfirelens' }", "containerDefinitions[web].logConfiguration.logDriver", "Fluent Bit")]
    [InlineData("$web.healthCheck.interval = 3", "containerDefinitions[web].healthCheck.interval", "5 to 300")]
    [InlineData("$web.healthCheck.command = @('CMD')", "containerDefinitions[web].healthCheck.command", "to be run")]
    [InlineData("$web.stopTimeout = 121", "containerDefinitions[web].stopTimeout", "120")]
    [InlineData("$side.dependsOn[0].containerName = 'wbe'", "containerDefinitions[side].dependsOn[0].containerName", "web, side")]
    [InlineData("$side.dependsOn[0].condition = 'COMPLETE'", "containerDefinitions[side].dependsOn[0].condition", "not essential")]
    [InlineData("$web.Remove('healthCheck')", "containerDefinitions[side].dependsOn[0].condition", "healthCheck")]
    [InlineData("$web.dependsOn = @(@{ containerName = 'side'; condition = 'START' })", "containerDefinitions[web].dependsOn", "Take one")]
    [InlineData("$web.mountPoints[0].sourceVolume = 'date'", "containerDefinitions[web].mountPoints[/data].sourceVolume", "Define the volume")]
    [InlineData("$d.ephemeralStorage = @{ sizeInGiB = 20 }", "ephemeralStorage.sizeInGiB", "21 to 200")]
    [InlineData("$d.containerDefinitions += 1..9 | ForEach-Object { @{ name = \"c$_\"; image = 'b' } }", "containerDefinitions", "Split")]
    [InlineData("$web.command = 'x' * 70000", "", "SSM")]
    [InlineData("$d.pidMode = 'tsak'", "pidMode", "Did you mean 'task'?")]
    [InlineData("$web.image = '<IMAGE>'", "containerDefinitions[web].image", "Replace the placeholder '<IMAGE>'")]
    [InlineData("$web.image = 'shop/web:'", "containerDefinitions[web].image", "no tag after the colon")]
    [InlineData("$d.family = '${FAMILY}'", "family", "Replace the placeholder '${FAMILY}'")]
    [InlineData("$d.taskRoleArn = '<ROLE>'", "taskRoleArn", "Replace the placeholder '<ROLE>'")]
    [InlineData("$web.privileged = $true", "containerDefinitions[web].privileged", "EC2")]
    public void What_is_wrong_is_one_error_with_path_and_advice(string change, string path, string advice)
    {
        using var prompt = new EcsPrompt();
        var finding = Assert.Single(prompt.Run($"{Good}; $null = $({change}); Test-EcsTaskDefinition $d").Clean().Output);
        Assert.Equal((path, "Error"), (finding.Properties["Path"].Value, finding.Properties["Severity"].Value));
        Assert.Contains(advice, (string)finding.Properties["Advice"].Value, StringComparison.Ordinal);
        Assert.Equal(false, Assert.Single(prompt.Run("Test-EcsTaskDefinition $d -Quiet").Output).BaseObject);
    }

    [Theory]
    [InlineData("$web.environment[0].value = '<LEVEL>'", "containerDefinitions[web].environment[0].value", "<LEVEL>")]
    [InlineData("$web.environment[0].value = 'http://${HOST}/'", "containerDefinitions[web].environment[0].value", "${HOST}")]
    [InlineData("$web.secrets[0].valueFrom = 'arn:aws:ssm:{{ region }}:x'", "containerDefinitions[web].secrets[0].valueFrom", "{{ region }}")]
    [InlineData("$web.environment[0].name = '$NAME'", "containerDefinitions[web].environment[0].name", "$NAME")]
    [InlineData("$web.healthCheck.command = @('curl')", "containerDefinitions[web].healthCheck.command", "'curl'")]
    public void What_may_be_a_mistake_is_a_warning(string change, string path, string message)
    {
        using var prompt = new EcsPrompt();
        var finding = Assert.Single(prompt.Run($"{Good}; $null = $({change}); Test-EcsTaskDefinition $d").Clean().Output);
        Assert.Equal((path, "Warning"), (finding.Properties["Path"].Value, finding.Properties["Severity"].Value));
        Assert.Contains(message, (string)finding.Properties["Message"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_asks_nobody_and_needs_no_region()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Empty(prompt.Run("$web = Get-EcsTaskDefinition web; $web | Test-EcsTaskDefinition -Verbose").Clean().Verbose);
        Assert.Empty(prompt.Run("Test-EcsTaskDefinition web").Clean().Output);
    }

    [Fact]
    public void Anything_at_all_can_be_checked()
    {
        using var prompt = new EcsPrompt();
        RandomStructures.Of(Operations.RegisterTaskDefinition.Request).Try(
            made =>
            {
                prompt.Set("made", made);
                return prompt.Run("Test-EcsTaskDefinition $made").Clean().Output.All(finding => finding.Properties["Advice"].Value is string { Length: > 0 });
            },
            iter: 200,
            print: made => WireJson.ToText(made));
    }
}
