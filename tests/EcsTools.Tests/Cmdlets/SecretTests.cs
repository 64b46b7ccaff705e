using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Secrets that were planted wherever one can be given are in no stream that a log keeps.</summary>
public sealed class SecretTests
{
    private const string Planted = "h1dd3n";

    private const string Container = "@{ name = 'web'; image = 'nginx:2'; memory = 64; environment = @(@{ name = 'DB_PASSWORD'; value = 'h1dd3n' }, @{ name = 'LEVEL'; value = 'h1dd3n-too' }); logConfiguration = @{ logDriver = 'splunk'; options = @{ 'splunk-token' = 'h1dd3n'; 'splunk-url' = 'https://splunk.example' } } }";

    /// <summary>What people do with environments and keys.</summary>
    public static TheoryData<string> Commands =>
    [
        $"Register-EcsTaskDefinition web -ContainerDefinition {Container} -Verbose",
        $"Register-EcsTaskDefinition web -ContainerDefinition {Container} -WhatIf",
        "Update-EcsService web -Environment @{ DB_PASSWORD = 'h1dd3n'; LEVEL = 'h1dd3n' } -Verbose",
        "Update-EcsService web -Environment @{ DB_PASSWORD = 'h1dd3n' } -WhatIf",
        "Copy-EcsTaskDefinition web -Environment @{ DB_PASSWORD = 'h1dd3n'; LEVEL = 'h1dd3n' } -Verbose",
        "Copy-EcsTaskDefinition web -Environment @{ TOKEN = 'h1dd3n' } -WhatIf",
        $"Update-EcsService web -TaskDefinition @{{ family = 'web'; containerDefinitions = @({Container}, @{{ name = 'side'; image = 'a'; memory = 8; environment = @(@{{ name = 'X'; value = 'h1dd3n' }}) }}) }} -WhatIf",
        $"Test-EcsTaskDefinition @{{ family = 'web'; containerDefinitions = @({Container}) }} | Out-String",
        $"Start-EcsTask web -Override @{{ containerOverrides = @(@{{ name = 'web'; environment = @(@{{ name = 'A'; value = 'h1dd3n' }}) }}) }} -Verbose",
        "Start-EcsTask web -Override @{ containerOverrides = @(@{ name = 'none'; environment = @(@{ name = 'A'; value = 'h1dd3n' }) }) } -Verbose",
        "Get-EcsContext -Verbose; Set-EcsContext -EndpointUrl 'http://user:h1dd3n@127.0.0.1:1'; Get-EcsContext | Out-String; Get-EcsContext | Format-List | Out-String; Get-EcsCluster -Verbose",
        "Get-EcsCluster -EndpointUrl 'http://user:h1dd3n@127.0.0.1:1' -Verbose",
        "Get-EcsCluster -EndpointUrl 'nonsense://user:h1dd3n@host' -Verbose",
        "Get-EcsCluster -AccessKey a -SecretKey h1dd3n -SessionToken h1dd3n -Verbose -Debug",
        "Set-EcsContext -AccessKey a -SecretKey h1dd3n -PassThru | Out-String",
        "$null = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal; Get-EcsTask | Invoke-EcsCommand -Command ls -Confirm:$false | Select-Object -ExpandProperty Session | ForEach-Object { \"$_\" }",
    ];

    [Theory, MemberData(nameof(Commands))]
    public void No_stream_tells_a_planted_secret(string command)
    {
        var host = new AnsweringHost();
        using var prompt = Shop.Open(host: host);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1; $null = Step-EcsLocal; function Out-String { process { \"$_\" } }");
        var said = prompt.Run(command);
        var all = said.Verbose.Select(line => line.Message).Concat(said.Warnings.Select(line => line.Message)).Concat(host.Lines).Concat(host.Questions).Append(said.Ended?.Message)
            .Concat(said.Output.Select(output => output.BaseObject).OfType<string>())
            .Concat(said.Errors.SelectMany(error => new[] { error.ToString(), error.Exception.Message, error.ErrorDetails?.RecommendedAction, error.CategoryInfo.ToString() }))
            .Concat(said.Progress.SelectMany(bar => new[] { bar.Activity, bar.StatusDescription, bar.CurrentOperation }));
        Assert.All(all, text => Assert.False(text?.Contains(Planted, StringComparison.Ordinal) == true, text));
    }

    [Fact]
    public void The_property_keeps_what_the_texts_hide()
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal(["h1dd3n", "DB_PASSWORD=***"], prompt.Run($"$one = Register-EcsTaskDefinition web -ContainerDefinition {Container}; $one.ContainerDefinitions[0].Environment[0].Value; \"$($one.ContainerDefinitions[0].Environment[0])\"").All<string>());
    }
}
