using EcsTools.Local;
using EcsTools.Local.Http;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Interop;

/// <summary>boto3 takes the local ECS for ECS: its own models check each answer, its waiters and paginators come to an end.</summary>
public sealed class Boto3Tests
{
    [Fact]
    public async Task Boto3_calls_waits_and_pages()
    {
        Assert.SkipUnless(await OtherClient.Run("python3", "-c", "import boto3") is { ExitCode: 0 }, "This machine has no python3 with boto3.");
        using var ecs = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ScaledClock(200) });
        ecs.Start();
        var script = Path.Combine(EcsPrompt.Metadata("Repository"), "tests/EcsTools.Tests/Interop/boto3_calls.py");
        var (exitCode, output, error) = (await OtherClient.Run("python3", script, ecs.Url.ToString()))!.Value;
        Assert.Equal(("", 0), (error, exitCode));
        Assert.InRange(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 25, 88);
    }

    [Fact]
    public async Task The_examples_of_the_documentation_run_unchanged()
    {
        Assert.SkipUnless(await OtherClient.Run("python3", "-c", "import boto3") is { ExitCode: 0 }, "This machine has no python3 with boto3.");
        using var ecs = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ScaledClock(200) });
        ecs.Start();
        var script = Path.Combine(EcsPrompt.Metadata("Repository"), "tests/EcsTools.Tests/Interop/boto3_examples.py");
        var (exitCode, output, error) = (await OtherClient.Run("python3", script, ecs.Url.ToString()))!.Value;
        Assert.Equal(("", 0), (error, exitCode));
        Assert.True(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length >= 30, output);
    }
}
