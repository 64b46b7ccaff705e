using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>What Tab offers is what the command would take, where it would look for it.</summary>
public sealed class CompletionRuleTests
{
    private static readonly string[] Files = ["Path", "ProfileLocation", "Timing", "CliInputJson", "TaskDefinition", "ReferenceTaskDefinition"];

    [Theory]
    [InlineData("$PSDefaultParameterValues['*-Ecs*:Cluster'] = 'shop'")]
    [InlineData("$PSDefaultParameterValues['Update-EcsService:Cluster'] = 'shop'")]
    [InlineData("$PSDefaultParameterValues['update-ecs*:ClusterArn'] = { 'shop' }")]
    [InlineData("$PSDefaultParameterValues['*:Region'] = 'eu-west-1'; Set-EcsContext -Cluster far", "far-away")]
    [InlineData("$PSDefaultParameterValues['*-Ecs*:Cluster'] = 'nope'; $PSDefaultParameterValues['Disabled'] = $true; Set-EcsContext -Cluster shop")]
    public void Names_come_from_where_the_command_would_look(string defaults, string expected = "web")
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("""
            $null = New-EcsService web -TaskDefinition web -DesiredCount 0
            $null = New-EcsCluster far -Region eu-west-1
            $null = Register-EcsTaskDefinition web -Region eu-west-1 -ContainerDefinition @{ name = 'web'; image = 'nginx'; memory = 64 }
            $null = New-EcsService far-away -Cluster far -TaskDefinition web -DesiredCount 0 -Region eu-west-1
            Set-EcsContext -Cluster default
            """).Clean();
        prompt.Run(defaults).Clean();
        Assert.Equal([expected], prompt.Tab("Update-EcsService "));
    }

    [Theory]
    [InlineData("Update-EcsService web -Image ", "shop/web:1")]
    [InlineData("Update-EcsService web -Image app=", "'app=shop/web:1'")]
    [InlineData("Copy-EcsTaskDefinition api -Image ", "shop/api:2")]
    [InlineData("Set-EcsLocalBehavior -Image shop/", "shop/web:1")]
    [InlineData("Add-EcsTag *cluster/sh", "arn:aws:ecs:us-east-1:123456789012:cluster/shop")]
    [InlineData("Get-EcsTag we", "arn:aws:ecs:us-east-1:123456789012:service/shop/web")]
    [InlineData("Update-ECSContainerInstancesState x -Status ", "ACTIVE,DRAINING")]
    [InlineData("Update-EcsContainerInstanceState x -Status ", "ACTIVE,DRAINING")]
    [InlineData("EcsTools\\Get-EcsTask -DesiredStatus ", "RUNNING,STOPPED")]
    [InlineData("Set-EcsAccountSetting gua", "")]
    public void Values_are_live_and_taken(string line, string expected)
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("""
            $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'app'; image = 'shop/web:1'; memory = 64 }
            $null = Register-EcsTaskDefinition api -ContainerDefinition @{ name = 'app'; image = 'shop/api:2'; memory = 64 }
            $null = New-EcsService web -TaskDefinition web -DesiredCount 0
            """).Clean();
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), prompt.Tab(line));
    }

    /// <summary>PowerShell offers file names for each parameter that has no completer.</summary>
    [Fact]
    public void No_parameter_for_text_completes_file_names()
    {
        using var prompt = new EcsPrompt();
        var texts = from command in prompt.Run("Get-Command -Module EcsTools -CommandType Cmdlet").All<CmdletInfo>()
                    from parameter in command.Parameters.Values
                    where parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(string[])
                    where !Files.Contains(parameter.Name) && !Cmdlet.CommonParameters.Contains(parameter.Name)
                    select (Name: $"{command.Name} -{parameter.Name}", parameter.Attributes);
        Assert.Empty(texts.Where(text => !text.Attributes.Any(one => one is ArgumentCompleterAttribute or ValidateSetAttribute)).Select(text => text.Name));
    }

    /// <summary>The filters of all Get- cmdlets: ECS takes each value that Tab offers.</summary>
    [Fact]
    public void Each_offered_value_of_a_filter_is_taken()
    {
        using var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 0").Clean();
        var filters = from command in prompt.Run("Get-Command -Module EcsTools -CommandType Cmdlet | Where-Object Verb -eq Get").All<CmdletInfo>()
                      from parameter in command.Parameters.Values
                      where parameter.Attributes.OfType<ArgumentCompleterAttribute>().Any(one => one.Type?.Name == "ValuesCompleter")
                      select (command.Name, Parameter: parameter.Name);
        foreach (var (command, parameter) in filters.ToList())
        {
            var needed = command switch { "Get-EcsServiceDeployment" or "Get-EcsTaskSet" => " web", "Get-EcsDaemonDeployment" => " -Daemon arn:aws:ecs:us-east-1:123456789012:daemon/shop/x", _ => "" };
            foreach (var value in prompt.Tab($"{command}{needed} -{parameter} "))
                Assert.DoesNotContain(prompt.Run($"{command}{needed} -{parameter} {value}").Errors, error => error.ToString().Contains("should be one of", StringComparison.Ordinal));
        }
    }
}
