using System.Text.Json.Nodes;
using EcsTools.Tests.Local;

namespace EcsTools.Tests.Interop;

/// <summary>The AWS CLI takes the local ECS for ECS. Its waiters look at once, so that on a manual clock nothing has to sleep.</summary>
public sealed class AwsCliTests
{
    [Fact]
    public async Task The_cli_creates_waits_lists_and_deletes()
    {
        Assert.SkipUnless(await OtherClient.Run("aws", "--version") is { ExitCode: 0 }, "This machine has no AWS CLI.");
        using var ecs = new LocalEcs();
        await ecs.Instances(3);

        await Aws(ecs, "register-task-definition", "--family", "web", "--container-definitions", """[{"name":"web","image":"nginx","memory":64}]""");
        var created = await Aws(ecs, "create-service", "--service-name", "web", "--task-definition", "web", "--desired-count", "3");
        Assert.Equal("ACTIVE", (string?)created["service"]!["status"]);
        ecs.Settle();
        await Aws(ecs, "wait", "services-stable", "--services", "web");

        var arns = (await Aws(ecs, "list-tasks", "--service-name", "web"))["taskArns"]!.AsArray().Select(arn => (string)arn!).ToList();
        await Aws(ecs, ["wait", "tasks-running", "--tasks", .. arns]);
        var tasks = (await Aws(ecs, ["describe-tasks", "--tasks", .. arns]))["tasks"]!.AsArray();
        Assert.Equal(["RUNNING", "RUNNING", "RUNNING"], tasks.Select(task => (string)task!["lastStatus"]!));

        await Aws(ecs, "delete-service", "--service", "web", "--force");
        ecs.Settle();
        await Aws(ecs, "wait", "services-inactive", "--services", "web");
        Assert.Empty((await Aws(ecs, "list-services"))["serviceArns"]!.AsArray());
    }

    [Fact]
    public async Task The_cli_shows_errors_as_those_of_ecs()
    {
        Assert.SkipUnless(await OtherClient.Run("aws", "--version") is { ExitCode: 0 }, "This machine has no AWS CLI.");
        using var ecs = new LocalEcs();
        var (exitCode, _, error) = await Run(ecs, "list-services", "--cluster", "nosuch");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("(ClusterNotFoundException)", error, StringComparison.Ordinal);
        Assert.Contains("Cluster not found.", error, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Aws(LocalEcs ecs, params string[] arguments)
    {
        var (exitCode, output, error) = await Run(ecs, arguments);
        Assert.True(exitCode == 0, $"aws ecs {string.Join(' ', arguments)}: {error}");
        return output.Length == 0 ? new JsonObject() : JsonNode.Parse(output)!;
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(LocalEcs ecs, params string[] arguments) =>
        (await OtherClient.Run("aws", ["ecs", .. arguments, "--endpoint-url", ecs.Server.Url.ToString(), "--output", "json"]))!.Value;
}
