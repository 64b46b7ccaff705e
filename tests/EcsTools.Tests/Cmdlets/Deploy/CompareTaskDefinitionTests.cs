using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Differences between task definitions, and apparent ones.</summary>
public sealed class CompareTaskDefinitionTests
{
    private const string Base = "@{ family = 'web'; networkMode = 'awsvpc'; containerDefinitions = @(@{ name = 'web'; image = 'nginx'; portMappings = @{ containerPort = 80 }; environment = @{ A = '1'; B = '2' } }, @{ name = 'log'; image = 'fluent' }) }";

    [Theory]
    [InlineData("$b.networkMode = 'bridge'", "networkMode: awsvpc → bridge", "Changed")]
    [InlineData("$b.containerDefinitions[0].image = 'nginx:2'", "containerDefinitions[web].image: nginx → nginx:2", "Changed")]
    [InlineData("$b.containerDefinitions[0].environment.A = '3'", "containerDefinitions[web].environment[A]: 1 → 3", "Changed")]
    [InlineData("$b.containerDefinitions[0].environment.C = ''", "containerDefinitions[web].environment[C]: (none) → ", "Added")]
    [InlineData("$b.containerDefinitions[0].environment.Remove('B')", "containerDefinitions[web].environment[B]: 2 → (none)", "Removed")]
    [InlineData("$b.containerDefinitions[0].command = 'sh', '-c', 'echo \"hi\"'", """containerDefinitions[web].command: (none) → ["sh","-c","echo \"hi\""]""", "Added")]
    [InlineData("$b.containerDefinitions[0].portMappings.protocol = 'udp'", "containerDefinitions[web].portMappings[80].protocol: (none) → udp", "Added")]
    [InlineData("$b.containerDefinitions[1].healthCheck = @{ command = 'CMD', 'ok' }", """containerDefinitions[log].healthCheck: (none) → {"command":["CMD","ok"]}""", "Added")]
    [InlineData("$b.containerDefinitions = $b.containerDefinitions[0]", """containerDefinitions[log]: {"name":"log","image":"fluent"} → (none)""", "Removed")]
    public void A_change_is_one_difference_with_its_path(string change, string text, string kind)
    {
        using var prompt = new EcsPrompt();
        var difference = Assert.Single(prompt.Run($"$a = {Base}; $b = {Base}; $null = $({change}); Compare-EcsTaskDefinition $a $b").Clean().Output);
        Assert.Equal((text, kind), (difference.ToString(), difference.Properties["Kind"].Value));
    }

    [Theory]
    [InlineData("$b.containerDefinitions = $b.containerDefinitions[1], $b.containerDefinitions[0]")]
    [InlineData("$a.cpu = '1 vCPU'; $b.cpu = 1024; $a.memory = '2 GB'; $b.memory = '2048'")]
    [InlineData("$a.containerDefinitions[0].healthCheck = @{ command = 'CMD', 'ok' }; $b.containerDefinitions[0].healthCheck = @{ command = 'CMD', 'ok'; interval = 30; timeout = 5; retries = 3 }")]
    [InlineData("$a.volumes = @{ name = 'v' }; $b.volumes = @{ name = 'v'; host = @{} }")]
    [InlineData("$b.containerDefinitions[0].cpu = 0; $b.containerDefinitions[0].essential = $true; $b.containerDefinitions[0].mountPoints = @()")]
    [InlineData("$b.containerDefinitions[0].portMappings.hostPort = 80; $b.containerDefinitions[0].portMappings.protocol = 'tcp'")]
    [InlineData("$b.volumes = @(); $b.taskDefinitionArn = 'arn'; $b.revision = 3; $b.status = 'ACTIVE'")]
    public void What_ECS_fills_in_and_the_order_of_what_has_names_is_none(string change)
    {
        using var prompt = new EcsPrompt();
        Assert.Empty(prompt.Run($"$a = {Base}; $b = {Base}; $null = $({change}); Compare-EcsTaskDefinition $a $b").Clean().Output);
    }

    [Fact]
    public void A_file_is_compared_with_what_was_registered_from_it()
    {
        using var prompt = Shop.Open(instances: 0);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var said = prompt.Run($$"""
                $file = '{{Path.Combine(folder.FullName, "web.json")}}'
                Export-EcsTaskDefinition web -Path $file
                Compare-EcsTaskDefinition $file web
                $null = Copy-EcsTaskDefinition $file -Image nginx:2
                Compare-EcsTaskDefinition web:1 (Get-EcsTaskDefinition web)
                Export-EcsTaskDefinition web -Path $file -NoClobber
                """);
            Assert.Equal("containerDefinitions[web].image: nginx → nginx:2", Assert.Single(said.Output).ToString());
            Assert.Equal("ExportFailed,EcsTools.Commands.ExportEcsTaskDefinitionCommand", said.Error().FullyQualifiedErrorId);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
