using EcsTools.Model;
using EcsTools.Tests.Coverage;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Secrets that were planted wherever one can be given are in no stream that a log keeps.</summary>
public sealed class SecretTests
{
    private const string Planted = "h1dd3n";

    private const string Container = "@{ name = 'web'; image = 'nginx:2'; memory = 64; environment = @(@{ name = 'DB_PASSWORD'; value = 'h1dd3n' }, @{ name = 'LEVEL'; value = 'h1dd3n-too' }); logConfiguration = @{ logDriver = 'splunk'; options = @{ 'splunk-token' = 'h1dd3n'; 'splunk-url' = 'https://splunk.example' } } }";

    /// <summary>Usual commands with environments and keys.</summary>
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
        "$null = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal; Get-EcsTask | Invoke-EcsCommand -Command ls -Confirm:$false | ForEach-Object { \"$_\" }",
    ];

    [Theory, MemberData(nameof(Commands))]
    public void No_stream_tells_a_planted_secret(string command)
    {
        var host = new AnsweringHost();
        using var prompt = Shop.Open(host: host);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1; $null = Step-EcsLocal; function Out-String { process { \"$_\" } }");
        AssertSecret(prompt.Run(command), host);
    }

    [Theory, MemberData(nameof(WireCoverageTests.Cmdlets), MemberType = typeof(WireCoverageTests))]
    public void No_cmdlet_tells_its_keys_or_the_values_of_an_environment(string cmdlet, string operation)
    {
        var one = OperationCmdlet.Of(cmdlet, operation);
        var (arguments, _) = WireCoverageTests.Arguments(one);
        foreach (var argument in arguments.Values) Plant(argument);
        Assert.All(one.SupportsShouldProcess ? ["-Verbose -Debug", "-WhatIf -Verbose"] : new[] { "-Verbose -Debug" }, more =>
        {
            var host = new AnsweringHost();
            AssertSecret(WireCoverageTests.Run(one, arguments, more, host: host).Said, host);
        });
    }

    /// <summary>Replaces the value of each environment variable by a secret.</summary>
    private static void Plant(object? value)
    {
        if (value is EcsTools.Model.KeyValuePair variable) variable.Value = Planted;
        else if (value is IStructure structure) foreach (var member in structure.GetShape().Members) Plant(member.Get(structure));
        else if (value is System.Collections.IEnumerable list and not string) foreach (var item in list) Plant(item);
    }

    private static void AssertSecret(Said said, AnsweringHost host)
    {
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
