namespace EcsTools.Tests.Host;

public sealed class HostScriptTests : HostTest
{
    private const string ShowsItsArguments = """
        param([int] $Port, [switch] $Force, [Parameter(ValueFromRemainingArguments)] [string[]] $More)
        "$Port $Force [$($More -join '|')]"
        """;

    [Theory]
    [InlineData("8080 False []\n", "-Port", "8080")]
    [InlineData("8080 True []\n", "-Force", "-Port", "8080")]
    [InlineData("80 False [a b|it's|$x]\n", "-Port:80", "-Force:$false", "a b", "it's", "$x")]
    [InlineData("-5 False []\n", "-5")]
    public async Task Arguments_bind_to_the_parameters_of_the_script(string expected, params string[] arguments)
    {
        WriteFile("show.ps1", ShowsItsArguments);

        HostResult result = await RunAsync(["show.ps1", .. arguments]);

        Assert.Equal(new HostResult(0, expected, ""), result);
    }

    [Fact]
    public async Task A_script_knows_its_own_folder()
    {
        string script = WriteFile("where.ps1", "$PSCommandPath");

        Assert.Equal(script + "\n", (await RunAsync("-File", script)).Output);
    }

    [Theory]
    [InlineData("'done'", 0)]
    [InlineData("Write-ThingError; 'done'", 0)]
    [InlineData("exit 5", 5)]
    [InlineData("Write-ThingError; exit 0", 0)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("param([int] $Port = 'x')", 1)]
    [InlineData("if (", 1)]
    public async Task The_exit_code_says_how_the_script_ended(string script, int exitCode) =>
        Assert.Equal(exitCode, (await RunAsync(WriteFile("script.ps1", script))).ExitCode);

    [Fact]
    public async Task An_error_in_a_script_is_shown_with_its_line()
    {
        HostResult result = await RunAsync(WriteFile("script.ps1", "'first'\nthrow 'boom'\n"));

        Assert.Equal("first\n", result.Output);
        Assert.Contains("script.ps1:2\n", result.Error);
        Assert.Contains("   2 |  throw 'boom'\n", result.Error);
    }

    [Fact]
    public async Task A_missing_script_ends_with_64_and_its_name()
    {
        HostResult result = await RunAsync("nowhere.ps1");

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("nowhere.ps1", result.Error);
    }
}
