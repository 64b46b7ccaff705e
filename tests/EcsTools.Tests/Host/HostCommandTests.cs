namespace EcsTools.Tests.Host;

public sealed class HostCommandTests : HostTest
{
    [Fact]
    public async Task A_command_prints_what_it_emits_and_ends_with_zero()
    {
        HostResult result = await RunAsync("-Command", "'hello'; 1 + 1");

        Assert.Equal(new HostResult(0, "hello\n2\n", ""), result);
    }

    [Fact]
    public async Task The_words_after_Command_are_one_command()
    {
        HostResult result = await RunAsync("-Command", "1", "+", "2");

        Assert.Equal(new HostResult(0, "3\n", ""), result);
    }

    [Fact]
    public async Task The_module_is_there_before_the_command()
    {
        HostResult result = await RunAsync("-Command", "(Get-Command -Module EcsTools).Name");

        Assert.Equal("Remove-Thing\nWrite-ThingError\nWrite-ThingProgress\n", result.Output);
    }

    [Fact]
    public async Task Objects_are_shown_as_tables()
    {
        HostResult result = await RunAsync("-Command", "[pscustomobject]@{ Name = 'web'; Running = 6 }");

        Assert.Equal("\nName Running\n---- -------\nweb        6\n\n", result.Output);
    }

    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("Get-Nothing", 1)]
    [InlineData("Write-ThingError", 1)]
    [InlineData("Write-ThingError; 'the last statement succeeds'", 0)]
    [InlineData("if (", 1)]
    public async Task The_exit_code_says_how_the_command_ended(string command, int exitCode) =>
        Assert.Equal(exitCode, (await RunAsync("-Command", command)).ExitCode);

    [Fact]
    public async Task An_error_goes_to_standard_error_with_what_to_do_next()
    {
        HostResult result = await RunAsync("-Command", "Write-ThingError; 'after'");

        Assert.Equal("after\n", result.Output);
        Assert.Equal("Write-ThingError: The thing web was not found.\n  Recommendation: Create it first.\n", result.Error);
    }

    [Fact]
    public async Task Text_that_does_not_parse_is_shown_with_its_place()
    {
        HostResult result = await RunAsync("-Command", "if (");

        Assert.Contains("   1 |  if (\n", result.Error);
        Assert.Contains("Missing condition", result.Error);
    }

    [Theory]
    [InlineData("-Nonsense")]
    [InlineData("-Command")]
    [InlineData("-File")]
    public async Task A_wrong_argument_ends_with_64_and_the_way_to_help(string argument)
    {
        HostResult result = await RunAsync(argument);

        Assert.Equal(64, result.ExitCode);
        Assert.Contains(argument, result.Error);
        Assert.Contains("-Help", result.Error);
    }

    [Fact]
    public async Task Help_tells_the_usage() => Assert.StartsWith("Usage:", (await RunAsync("-Help")).Output);

    [Fact]
    public async Task Version_names_the_host_and_the_engine() =>
        Assert.Matches(@"^EcsTools\.Host \d+\.\d+\.\d+, PowerShell 7\.\d+\.\d+\n$", (await RunAsync("-Version")).Output);

    [Fact]
    public async Task A_missing_module_is_named_with_the_place_it_was_looked_for()
    {
        var start = StartInfo("-Command", "1");
        start.Environment["ECSTOOLS_MODULE"] = PathOf("nowhere.psd1");
        using var process = Start(start);

        HostResult result = await ResultAsync(process);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(PathOf("nowhere.psd1"), result.Error);
    }
}
