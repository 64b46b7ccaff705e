using System.Diagnostics;

namespace EcsTools.Tests.Host;

public sealed class HostInterruptTests : HostTest
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_a_busy_script_promptly_and_lets_it_clean_up(string signal, int exitCode)
    {
        string script = WriteFile("busy.ps1", "'busy'; try { while ($true) { } } finally { [Console]::Out.WriteLine('cleaned up') }");
        using Process process = await StartWithSignalsAsync(script);

        long sent = await SendAsync(signal, process);
        HostResult result = await ResultAsync(process);

        Assert.Equal(new HostResult(exitCode, "cleaned up\n", ""), result);
        Assert.True(Stopwatch.GetElapsedTime(sent) < TimeSpan.FromSeconds(10), "The script should stop at once.");
    }

    [Fact]
    public async Task A_signal_ends_a_script_that_waits_for_an_answer()
    {
        using Process process = await StartWithSignalsAsync(WriteFile("asks.ps1", "'busy'; $Host.UI.ReadLine(); 'never'"));

        await SendAsync("INT", process);

        Assert.Equal((130, ""), (await ResultAsync(process)) is var result ? (result.ExitCode, result.Output.Trim()) : default);
    }

    [Fact]
    public async Task A_signal_at_the_prompt_ends_the_command_and_not_the_prompt()
    {
        using Process process = await StartWithSignalsAsync();
        await process.StandardInput.WriteLineAsync("'busy'; while ($true) { }");
        Assert.Equal("busy", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        await SendAsync("INT", process);
        await process.StandardInput.WriteLineAsync("'still here'; exit 4");

        Assert.Equal(new HostResult(4, "still here\n", ""), await ResultAsync(process));
    }

    /// <summary>Starts the host; a script has begun when it has said that it is busy.</summary>
    private async Task<Process> StartWithSignalsAsync(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        Process process = Start(OperatingSystem.IsLinux() ? HeedingInterrupts(StartInfo(arguments)) : StartInfo(arguments));
        if (arguments.Length > 0)
            Assert.Equal("busy", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return process;
    }

    /// <summary>A test run in the background of a shell ignores SIGINT, and so would the host that it starts.</summary>
    private static ProcessStartInfo HeedingInterrupts(ProcessStartInfo start)
    {
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, "--default-signal=INT");
        start.FileName = "env";
        return start;
    }

    private static async Task<long> SendAsync(string signal, Process process)
    {
        using Process kill = Start(new ProcessStartInfo("kill", [$"-{signal}", $"{process.Id}"]));
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return Stopwatch.GetTimestamp();
    }
}
