namespace EcsTools.Tests.Host;

public sealed class HostPromptTests : HostTest
{
    [Fact]
    public async Task The_end_of_input_ends_with_zero() => Assert.Equal(new HostResult(0, "", ""), await RunWithInputAsync(""));

    [Fact]
    public async Task Commands_are_read_line_by_line_and_share_their_variables() =>
        Assert.Equal(new HostResult(0, "3\n", ""), await RunWithInputAsync("$x = 1\n$x + 2\n"));

    [Fact]
    public async Task A_command_goes_on_until_it_is_finished() =>
        Assert.Equal("in f\n", (await RunWithInputAsync("function f {\n  'in f'\n}\nf")).Output);

    [Fact]
    public async Task The_prompt_goes_on_after_an_error()
    {
        HostResult result = await RunWithInputAsync("throw 'boom'\n'after'\n");

        Assert.Equal((0, "after\n"), (result.ExitCode, result.Output));
        Assert.Contains("boom", result.Error);
    }

    [Fact]
    public async Task Exit_leaves_with_its_code() => Assert.Equal(new HostResult(4, "", ""), await RunWithInputAsync("exit 4\n'never'\n"));
}
