using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Register-EcsTaskDefinition accepts the same piped objects as Test-EcsTaskDefinition.</summary>
public sealed class PipedDefinitionTests
{
    private const string Json = """{"family":"f","containerDefinitions":[{"name":"a","image":"a","memory":64}]}""";

    [Theory]
    [InlineData("[ordered]@{ family = 'f'; containerDefinitions = @([ordered]@{ name = 'a'; image = 'a'; memory = 64 }) } | Register-EcsTaskDefinition")]
    [InlineData("[pscustomobject]@{ family = 'f'; containerDefinitions = @([pscustomobject]@{ name = 'a'; image = 'a'; memory = 64 }) } | Register-EcsTaskDefinition")]
    [InlineData("'" + Json + "' | Register-EcsTaskDefinition")]
    [InlineData("@{ family = 'f'; containerDefinitions = @{ name = 'a'; image = 'a'; memory = 64 } } | Register-EcsTaskDefinition")]
    [InlineData("@{ containerDefinitions = @{ name = 'a'; image = 'a'; memory = 64 } } | Register-EcsTaskDefinition f")]
    [InlineData("[pscustomobject]@{ family = 'g'; containerDefinitions = @{ name = 'a'; image = 'a'; memory = 64 } } | Register-EcsTaskDefinition -Family f")]
    [InlineData("Copy-EcsTaskDefinition web -Family f -AsObject | Register-EcsTaskDefinition")]
    [InlineData("Export-EcsTaskDefinition web | Register-EcsTaskDefinition f")]
    [InlineData("'web:1' | Register-EcsTaskDefinition f")]
    [InlineData("@{ taskDefinition = @{ family = 'f'; containerDefinitions = @{ name = 'a'; image = 'a'; memory = 64 } } } | Register-EcsTaskDefinition")]
    public void It_is_registered(string script)
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Equal("f:1", prompt.Run(script).One<TaskDefinition>().ToString());
    }

    [Fact]
    public void Tags_are_kept_and_parameters_win()
    {
        using var prompt = Shop.Open(instances: 0);
        prompt.Run("$null = Copy-EcsTaskDefinition web -Family t; $null = Register-EcsTaskDefinition t -Tag @{ k = 'v' } -ContainerDefinition @{ name = 'a'; image = 'a'; memory = 64 }").Clean();
        var again = prompt.Run("Get-EcsTaskDefinition t | Register-EcsTaskDefinition").One<TaskDefinition>();
        Assert.Equal("k", Assert.Single(again.Tags!).Key);
        Assert.Equal("other", Assert.Single(prompt.Run("Get-EcsTaskDefinition t | Register-EcsTaskDefinition -Tag @{ other = '1' }").One<TaskDefinition>().Tags!).Key);
        Assert.Null(prompt.Run("Get-EcsTaskDefinition t | Register-EcsTaskDefinition -Tag @()").One<TaskDefinition>().Tags?.FirstOrDefault());
    }

    [Fact]
    public void An_exported_file_is_registered()
    {
        using var prompt = Shop.Open(instances: 0);
        var folder = Directory.CreateTempSubdirectory("ecstools").FullName;
        try
        {
            prompt.Run($"Export-EcsTaskDefinition web '{folder}'").Clean();
            Assert.Equal("web:2", prompt.Run($"[IO.DirectoryInfo]::new('{folder}').GetFiles() | Register-EcsTaskDefinition").One<TaskDefinition>().ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("Get-EcsCluster | Register-EcsTaskDefinition")]
    [InlineData("42 | Register-EcsTaskDefinition")]
    [InlineData("@{ famly = 'x' } | Register-EcsTaskDefinition")]
    [InlineData("Get-EcsCluster | Register-EcsDaemonTaskDefinition")]
    public void What_describes_nothing_is_one_error(string script)
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run(script);
        Assert.NotEmpty(said.Error().ErrorDetails.RecommendedAction);
        Assert.Empty(said.Output);
    }
}
