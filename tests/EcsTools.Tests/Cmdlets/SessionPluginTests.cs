using System.Text.Json.Nodes;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A session that is handed to the Session Manager plugin of AWS: by the environment, because every user can read a command line.</summary>
[Collection(AloneCollection.Name)] // the PATH is the whole process's
public sealed class SessionPluginTests : IDisposable
{
    private const string Task = "$task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal;";

    private readonly string? path = Environment.GetEnvironmentVariable("PATH");
    private readonly string folder = Directory.CreateTempSubdirectory("ecstools-").FullName;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", path);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_plugin_finds_the_session_in_its_environment_and_no_token_is_on_its_command_line()
    {
        InstallPlugin(exitCode: 0);
        using var prompt = Shop.Open();
        var said = prompt.Run($"{Task} $task | Enter-EcsTask -UsePlugin; $LASTEXITCODE; $task.TaskArn; (Get-EcsTask $task).Containers[0].RuntimeId; (Get-EcsLocal).Url.AbsoluteUri").Clean();
        var (task, runtimeId, url) = ((string)said.Output[1].BaseObject, (string)said.Output[2].BaseObject, (string)said.Output[3].BaseObject);
        Assert.Equal(0, said.Output[0].BaseObject);
        var arguments = File.ReadAllLines(Path.Combine(folder, "arguments"));
        Assert.Equal(["AWS_SSM_START_SESSION_RESPONSE", "us-east-1", "StartSession", "", $$"""{"Target":"ecs:shop_{{task[^32..]}}_{{runtimeId}}"}""", url], arguments);
        var session = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "session")))!.AsObject();
        Assert.Equal(["sessionId", "streamUrl", "tokenValue"], session.Select(member => member.Key));
        Assert.DoesNotContain((string)session["tokenValue"]!, string.Join(' ', arguments), StringComparison.Ordinal);
        Assert.Null(Environment.GetEnvironmentVariable("AWS_SSM_START_SESSION_RESPONSE"));
    }

    [Fact]
    public void A_plugin_that_fails_is_an_error_with_its_exit_code()
    {
        InstallPlugin(exitCode: 3);
        using var prompt = Shop.Open();
        var said = prompt.Run($"{Task} Enter-EcsTask $task -UsePlugin; $LASTEXITCODE");
        Assert.Equal("SessionPluginFailed,EcsTools.Commands.EnterEcsTaskCommand", said.Error().FullyQualifiedErrorId);
        Assert.Equal(3, Assert.Single(said.Output).BaseObject);
    }

    [Fact]
    public void Without_the_plugin_the_error_says_what_to_install()
    {
        Environment.SetEnvironmentVariable("PATH", folder);
        using var prompt = Shop.Open();
        var said = prompt.Run($"{Task} Enter-EcsTask $task -UsePlugin");
        Assert.Equal("SessionPluginNotFound,EcsTools.Commands.EnterEcsTaskCommand", said.Error().FullyQualifiedErrorId);
        Assert.Empty(said.Output);
    }

    /// <summary>A plugin that writes its arguments and its session down.</summary>
    private void InstallPlugin(int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for session-manager-plugin is a shell script.");
        var plugin = Path.Combine(folder, "session-manager-plugin");
        File.WriteAllText(plugin, $"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{folder}/arguments'\nprintf '%s' \"$AWS_SSM_START_SESSION_RESPONSE\" > '{folder}/session'\nexit {exitCode}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable("PATH", folder + Path.PathSeparator + path);
    }
}
