using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A bracket that nothing closes is part of a name, for every parameter that takes wildcards.</summary>
public class BracketTests
{
    [Fact]
    public void No_parameter_that_takes_wildcards_chokes_on_a_bracket()
    {
        using var prompt = Shop.Open(instances: 0);
        var parameters = prompt.Run("""
            foreach ($command in Get-Command -Module EcsTools -CommandType Cmdlet) {
                foreach ($parameter in $command.Parameters.Values) {
                    if ($parameter.Attributes.Where({ $_ -is [System.Management.Automation.SupportsWildcardsAttribute] })) { "$($command.Name) -$($parameter.Name)" }
                }
            }
            """).All<string>();
        Assert.True(parameters.Count > 10, "Few parameters take wildcards.");
        foreach (var parameter in parameters.Append("Get-EcsTask -Task").Append("Set-EcsLocalBehavior -ExitCode 1 -Family"))
        {
            var more = parameter.StartsWith("Get-EcsTaskSet", StringComparison.Ordinal) ? " -Service web" : "";
            foreach (var name in new[] { "[", "web[", "we[a", "`[" })
            {
                var said = prompt.Run($"{parameter} '{name}'{more}");
                var texts = said.Errors.Select(error => $"{error} {error.Exception}").Append($"{said.Ended}");
                Assert.All(texts, text => Assert.False(text.Contains("wildcard character pattern", StringComparison.Ordinal) || text.Contains(nameof(WildcardPatternException), StringComparison.Ordinal), $"{parameter} '{name}': {text}"));
            }
        }

        Assert.StartsWith("MISSING,", prompt.Run("Get-EcsTaskDefinitionFamily 'web['").Error().FullyQualifiedErrorId);
    }
}
