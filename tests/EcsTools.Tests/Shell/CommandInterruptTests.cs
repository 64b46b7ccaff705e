using System.Diagnostics;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Shell;

/// <summary>Ctrl+C while a command runs in a container.</summary>
public sealed class CommandInterruptTests
{
    private const int Attempts = 5;

    /// <summary>The fastest of some attempts counts, because the computer is busy with other tests.</summary>
    [Fact]
    public async Task Ctrl_C_ends_the_command_in_the_container_within_100_ms()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        using var prompt = Cmdlets.Shop.Open();
        prompt.Run("$task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal").Clean();
        var took = new List<TimeSpan>();
        while (took.Count < Attempts && took.DefaultIfEmpty(TimeSpan.MaxValue).Min() > TimeSpan.FromMilliseconds(100)) took.Add(await Interrupt(prompt));
        Assert.InRange(took.Min(), TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    private static async Task<TimeSpan> Interrupt(EcsPrompt prompt)
    {
        var hung = new InvokeCommandTests.HungProgram();
        prompt.Local().Engine.Sessions.Program = _ => hung;
        using var pwsh = new Pwsh("-NonInteractive", "-Command", $$"""
            Set-EcsContext -EndpointUrl {{prompt.Local().Url}} -Region us-east-1 -AccessKey a -SecretKey b -Cluster shop
            try { Get-EcsTask | Invoke-EcsCommand x } finally { [Console]::Out.WriteLine('left') }
            """);
        Assert.True(hung.Began.Wait(TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken));
        var begin = Stopwatch.GetTimestamp();
        await pwsh.SendAsync("INT");
        Assert.True(hung.Ended.Wait(TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken));
        var took = Stopwatch.GetElapsedTime(begin);
        Assert.Contains((byte)3, hung.Typed);
        Assert.Equal("left\n", (await pwsh.EndAsync()).Output);
        return took;
    }
}
