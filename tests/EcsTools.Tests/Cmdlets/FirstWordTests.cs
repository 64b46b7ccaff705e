using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A word after a pipe is what the cmdlet needs most: its second parameter, where what it acts on is piped.</summary>
public sealed class FirstWordTests
{
    /// <summary>Every cmdlet with a second position: a pipeline with one word, and the parameter that the word is for. Beside it what else is mandatory.</summary>
    private static readonly (string Cmdlet, string Piped, string Word, string Parameter, string Others)[] Table =
    [
        ("Add-EcsTag", "Get-EcsService web", "@{ team = 'a' }", "Tag", ""),
        ("Remove-EcsTag", "Get-EcsService web", "team", "TagKey", ""),
        ("Invoke-EcsCommand", "Get-EcsTask -First 1", "/bin/sh", "Command", ""),
        ("Update-EcsContainerInstanceState", "Get-EcsContainerInstance -First 1", "DRAINING", "Status", ""),
        ("New-EcsTaskSet", "Get-EcsService web", "web:1", "TaskDefinition", ""),
        ("Update-EcsTaskSet", "'ecs-svc/1'", "50", "Scale", "-Service web"),
        ("Update-EcsServicePrimaryTaskSet", "Get-EcsService web", "ecs-svc/1", "PrimaryTaskSet", ""),
        ("Update-EcsClusterSetting", "Get-EcsCluster shop", "@{ name = 'containerInsights'; value = 'enabled' }", "Setting", ""),
        ("Set-EcsClusterCapacityProvider", "Get-EcsCluster shop", "FARGATE", "CapacityProvider", "-DefaultCapacityProviderStrategy @()"),
        ("Resume-EcsServiceDeployment", "'arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/web/1'", "hook", "HookId", ""),
        ("Update-EcsDaemon", "'arn:aws:ecs:us-east-1:123456789012:daemon/shop/agent'", "arn:aws:ecs:us-east-1:123456789012:daemon-task-definition/agent:1", "DaemonTaskDefinitionArn", "-CapacityProviderArn arn:p"),
        ("Set-EcsAccountSetting", "'taskLongArnFormat'", "enabled", "Value", ""),
        ("Set-EcsAccountSettingDefault", "'taskLongArnFormat'", "enabled", "Value", ""),
        ("Submit-EcsContainerStateChange", "Get-EcsTask -First 1", "web", "ContainerName", ""),
        ("Compare-EcsService", "Get-EcsService web", "./nosuchfolder/web.json", "With", ""),
        ("Compare-EcsTaskDefinition", "Get-EcsTaskDefinition web:1", "web:2", "With", ""),
        ("Export-EcsService", "Get-EcsService web", "./nosuchfolder/web.json", "Path", ""),
        ("Export-EcsTaskDefinition", "Get-EcsTaskDefinition web:1", "./nosuchfolder/web.json", "Path", ""),
    ];

    /// <summary>The first argument of these is their target even with piped input: their second parameter is optional, or the first isn't a resource.</summary>
    private static readonly HashSet<string> Kept = ["Get-EcsServiceDeployment", "Get-EcsTaskSet", "Set-EcsAttribute"];

    public static TheoryData<string> Cmdlets => [.. Table.Select(row => row.Cmdlet)];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Without_a_value_it_names_both_parameters(string cmdlet)
    {
        var (_, _, _, parameter, others) = Table.Single(row => row.Cmdlet == cmdlet);
        using var prompt = Shop.Open(instances: 0);
        Assert.Contains($" or -{parameter} is null.", prompt.Run($"'a' | {cmdlet} $empty {others}").Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void It_means_the_same_as_the_named_parameter(string cmdlet)
    {
        var (_, piped, word, parameter, others) = Table.Single(row => row.Cmdlet == cmdlet);
        using var prompt = World();
        Assert.Equal(Said(prompt, $"{piped} | {cmdlet} -{parameter} {word} {others}"), Said(prompt, $"{piped} | {cmdlet} {word} {others}"));
    }

    [Fact]
    public void Every_cmdlet_with_a_second_position_is_in_the_table()
    {
        using var prompt = new EcsPrompt();
        var names = prompt.Run("""
            Get-Command -Module EcsTools -CommandType Cmdlet | Where-Object { $_.Parameters.Values.Where{ $_.ParameterSets.Values.Where{ $_.Position -eq 1 } } } |
                Where-Object { $_.Parameters.Values.Where{ $_.Name -ne 'InputObject' -and $_.ParameterSets.Values.Where{ $_.ValueFromPipeline } } } | ForEach-Object Name
            """).All<string>();
        Assert.Equal(names.Order(), Table.Select(row => row.Cmdlet).Concat(Kept).Order());
    }

    [Theory]
    [InlineData("Get-EcsCluster shop | Get-EcsService web", "web")]
    [InlineData("Get-EcsCluster shop | Get-EcsService w*", "web")]
    public void What_is_no_target_leaves_the_word_where_it_is(string script, string name)
    {
        using var prompt = World();
        Assert.Equal(name, prompt.Run(script).One<Service>().ServiceName);
    }

    [Fact]
    public void Several_objects_get_the_same_word_and_rows_too()
    {
        using var prompt = World();
        Assert.Equal(3, prompt.Run("Get-EcsContainerInstance | Update-EcsContainerInstanceState DRAINING").All<ContainerInstance>().Count(instance => instance.Status == "DRAINING"));
        prompt.Run("[pscustomobject]@{ ResourceArn = (Get-EcsService web).ServiceArn } | Add-EcsTag @{ team = 'a' }; Get-EcsService web | Add-EcsTag @{ b = 'c' }").Clean();
        Assert.Equal(["b", "team"], prompt.Run("Get-EcsService web | Get-EcsTag").All<Tag>().Select(tag => tag.Key!).Order());
        prompt.Run("Get-EcsService web | Remove-EcsTag team, b").Clean();
        Assert.Empty(prompt.Run("Get-EcsService web | Get-EcsTag").All<Tag>());
    }

    [Fact]
    public void A_word_that_does_not_fit_is_an_error_with_the_parameter()
    {
        using var prompt = World();
        Assert.Contains("Scale", prompt.Run("'ecs-svc/1' | Update-EcsTaskSet much -Service web").Error().ToString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The output of -WhatIf, or the error, for a comparison of the two.</summary>
    private static IEnumerable<string> Said(EcsPrompt prompt, string script)
    {
        var said = prompt.Run($"$WhatIfPreference = $true; {script} -Verbose");
        return said.Errors.Select(error => $"{error.FullyQualifiedErrorId} {error}").Concat(said.Output.Select(item => item.ToString())).Concat(said.Verbose.Select(line => line.Message.Split(':')[0]).Order()); // reads overlap
    }

    private static EcsPrompt World()
    {
        var prompt = Shop.Open();
        prompt.Run("$null = Copy-EcsTaskDefinition web -Image nginx:2; $null = New-EcsService web -TaskDefinition web:1 -DesiredCount 1 -Wait").Clean();
        return prompt;
    }
}
