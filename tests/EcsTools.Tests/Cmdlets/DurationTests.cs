using System.Management.Automation;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A number for a duration means seconds, also as text, for each parameter of each cmdlet.</summary>
public sealed class DurationTests
{
    private static IEnumerable<(string Cmdlet, ParameterMetadata Parameter)> Durations(EcsPrompt prompt) =>
        from command in prompt.Run("Get-Command -Module EcsTools -CommandType Cmdlet").All<CmdletInfo>()
        from parameter in command.Parameters.Values
        where parameter.ParameterType == typeof(TimeSpan) || parameter.ParameterType == typeof(TimeSpan?)
        select (command.Name, parameter);

    [Theory]
    [InlineData("60", 60)]
    [InlineData("'60'", 60)]
    [InlineData("' 60 '", 60)]
    [InlineData("'1.5'", 1.5)]
    [InlineData("([PSObject] '90')", 90)]
    [InlineData("60L", 60)]
    [InlineData("'00:02:00'", 120)]
    [InlineData("[TimeSpan]::FromMinutes(3)", 180)]
    public void Digits_are_seconds(string value, double seconds)
    {
        using var prompt = new EcsPrompt();
        var durations = Durations(prompt).ToList();
        Assert.True(durations.Count > 40, $"{durations.Count}");
        var given = prompt.Run(value).Output[0];
        Assert.All(durations, duration =>
        {
            var transform = duration.Parameter.Attributes.OfType<ArgumentTransformationAttribute>().SingleOrDefault();
            Assert.True(transform is not null, $"{duration.Cmdlet} -{duration.Parameter.Name}");
            Assert.Equal(TimeSpan.FromSeconds(seconds), transform.Transform(null!, given));
        });
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1e300")]
    [InlineData("-5")]
    [InlineData("-00:00:01")]
    [InlineData("")]
    public void What_is_no_duration_is_an_error_that_says_what_is(string value)
    {
        using var prompt = Shop.Open(instances: 0);
        Assert.Contains("isn't a duration. Specify seconds", prompt.Run($"Wait-EcsService web -Timeout '{value}'").Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_timeout_from_a_row_of_a_CSV_is_in_seconds()
    {
        using var prompt = Shop.Open(instances: 0);
        var error = prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1; $row = [pscustomobject]@{ Timeout = '60' }; Wait-EcsService web -Timeout $row.Timeout").Error();
        Assert.Contains("timed out after 00:01:00", error.ToString(), StringComparison.Ordinal);
    }
}
