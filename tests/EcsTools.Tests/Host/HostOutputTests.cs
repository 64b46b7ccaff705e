using System.Diagnostics;

namespace EcsTools.Tests.Host;

public sealed class HostOutputTests : HostTest
{
    private const string Table = "[pscustomobject]@{ Name = 'web' }; Write-ThingError";

    [Fact]
    public async Task Redirected_output_has_no_colours()
    {
        HostResult result = await RunAsync("-Command", Table);

        Assert.DoesNotContain('\e', result.Output + result.Error);
    }

    [Fact]
    public async Task Colours_are_kept_for_those_who_ask_for_them()
    {
        HostResult result = await RunAsync("-Command", $"$PSStyle.OutputRendering = 'Ansi'; {Table}");

        Assert.Contains("\e[32;1mName", result.Output);
        Assert.Contains("\e[31;1m", result.Error);
    }

    [Theory]
    [InlineData("NO_COLOR", "1", "PlainText\n")]
    [InlineData("NO_COLOR", "", "Host\n")]
    [InlineData("TERM", "dumb", "PlainText\n")]
    public async Task NO_COLOR_and_a_dumb_terminal_turn_colours_off(string variable, string value, string rendering)
    {
        ProcessStartInfo start = StartInfo("-Command", "\"$($PSStyle.OutputRendering)\"");
        start.Environment[variable] = value;
        using Process process = Start(start);

        Assert.Equal(rendering, (await ResultAsync(process)).Output);
    }

    [Theory]
    [InlineData(null, "120\n")]
    [InlineData("60", "60\n")]
    [InlineData("wide", "120\n")]
    public async Task COLUMNS_is_the_width_of_redirected_output(string? columns, string width)
    {
        ProcessStartInfo start = StartInfo("-Command", "$Host.UI.RawUI.BufferSize.Width");
        start.Environment["COLUMNS"] = columns;
        using Process process = Start(start);

        Assert.Equal(width, (await ResultAsync(process)).Output);
    }

    [Fact]
    public async Task Warnings_and_verbose_lines_are_labelled() =>
        Assert.Equal("WARNING: hot\nVERBOSE: more\nDEBUG: all\n", (await RunAsync(
            "-Command", "$Host.UI.WriteWarningLine('hot'); $Host.UI.WriteVerboseLine('more'); $Host.UI.WriteDebugLine('all')")).Output);

    [Fact]
    public async Task Progress_of_short_work_leaves_a_log_clean() =>
        Assert.Equal(new HostResult(0, "done\n", ""), await RunAsync("-Command", "Write-ThingProgress; 'done'"));
}
