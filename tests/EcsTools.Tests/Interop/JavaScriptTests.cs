using EcsTools.Local;
using EcsTools.Local.Http;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Interop;

/// <summary>The AWS SDK for JavaScript takes the local ECS for ECS. NODE_PATH names the folder that has it, such as node_modules.</summary>
public sealed class JavaScriptTests
{
    [Fact]
    public async Task The_examples_of_the_sdk_run_unchanged()
    {
        Assert.SkipUnless(await OtherClient.Run("node", "-e", "require.resolve('@aws-sdk/client-ecs')") is { ExitCode: 0 }, "This machine has no node with @aws-sdk/client-ecs.");
        using var ecs = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ScaledClock(200) });
        ecs.Start();
        var script = Path.Combine(EcsPrompt.Metadata("Repository"), "tests/EcsTools.Tests/Interop/js_examples.cjs");
        var (exitCode, output, error) = (await OtherClient.Run("node", "--no-warnings", script, ecs.Url.ToString()))!.Value;
        Assert.Equal(("", 0), (error, exitCode));
        Assert.True(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length >= 60, output);
    }
}
