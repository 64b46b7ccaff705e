using System.Text.Json.Nodes;
using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Sessions are handed to the Session Manager plugin, or back to the caller where it is not installed.</summary>
[Collection(AloneCollection.Name)] // the PATH is the whole process's
public sealed class InvokeCommandTests : IDisposable
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
    public void The_plugin_gets_the_arguments_that_the_AWS_CLI_gives_it()
    {
        InstallPlugin(exitCode: 0);
        using var prompt = Shop.Open();
        var said = prompt.Run($"{Task} $task | Invoke-EcsCommand -Command /bin/sh; $LASTEXITCODE; $task.TaskArn; (Get-EcsTask $task).Containers[0].RuntimeId; (Get-EcsLocal).Url.AbsoluteUri").Clean();
        var (task, runtimeId, url) = ((string)said.Output[1].BaseObject, (string)said.Output[2].BaseObject, (string)said.Output[3].BaseObject);
        Assert.Equal(0, said.Output[0].BaseObject);
        var arguments = File.ReadAllLines(Path.Combine(folder, "arguments"));
        var session = JsonNode.Parse(arguments[0])!.AsObject();
        Assert.Equal(["sessionId", "streamUrl", "tokenValue"], session.Select(member => member.Key));
        Assert.Equal(["us-east-1", "StartSession", "", $$"""{"Target":"ecs:shop_{{task[^32..]}}_{{runtimeId}}"}""", url], arguments[1..]);
    }

    [Fact]
    public void A_plugin_that_fails_is_an_error_with_its_exit_code()
    {
        InstallPlugin(exitCode: 3);
        using var prompt = Shop.Open();
        var said = prompt.Run($"{Task} Invoke-EcsCommand $task /bin/sh; $LASTEXITCODE");
        Assert.Equal("SessionPluginFailed,EcsTools.Commands.InvokeEcsCommandCommand", said.Error().FullyQualifiedErrorId);
        Assert.Equal(3, Assert.Single(said.Output).BaseObject);
    }

    [Fact]
    public void Without_the_plugin_the_session_comes_back_with_an_error_that_says_what_to_install()
    {
        Environment.SetEnvironmentVariable("PATH", folder);
        using var prompt = Shop.Open();
        var said = prompt.Run($"{Task} Invoke-EcsCommand $task /bin/sh -Verbose");
        var token = Assert.IsType<ExecuteCommandResponse>(Assert.Single(said.Output).BaseObject).Session!.TokenValue!;
        Assert.Equal(1, said.Calls("ExecuteCommand"));
        var error = said.Error();
        Assert.Equal("SessionPluginNotFound,EcsTools.Commands.InvokeEcsCommandCommand", error.FullyQualifiedErrorId);
        Assert.Contains("Session Manager plugin", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(token, error.ToString() + error.Exception + error.TargetObject, StringComparison.Ordinal);
        Assert.DoesNotContain(said.Verbose, v => v.Message.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public void A_formatted_session_does_not_show_its_token()
    {
        using var viewer = Formatting.Viewer.AsShipped(120, colours: false);
        var session = new Session { SessionId = "ecs-execute-command-1", StreamUrl = "wss://here", TokenValue = "secret-token" };
        var shown = viewer.Show(new object[] { session }) + viewer.Show(new object[] { new ExecuteCommandResponse { Session = session } });
        Assert.Contains("ecs-execute-command-1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_ECS_refuses_is_an_error_and_no_plugin_runs()
    {
        InstallPlugin(exitCode: 0);
        using var prompt = Shop.Open();
        var error = prompt.Run("$task = Start-EcsTask web -EnableExecuteCommand; Invoke-EcsCommand $task /bin/sh").Error();
        Assert.Equal("TargetNotConnectedException,EcsTools.Commands.InvokeEcsCommandCommand", error.FullyQualifiedErrorId);
        Assert.False(File.Exists(Path.Combine(folder, "arguments")));
    }

    [Fact]
    public void The_request_says_what_the_parameters_say()
    {
        Environment.SetEnvironmentVariable("PATH", folder);
        using var peer = new HttpPeer(HttpPeer.Error(400, "TargetNotConnectedException"));
        using var prompt = new EcsPrompt();
        prompt.Run($"Invoke-EcsCommand a 'ls -l' -Container web -Cluster shop -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b").Error();
        Assert.Equal("""{"command":"ls -l","interactive":true,"task":"a","cluster":"shop","container":"web"}""", Assert.Single(peer.Received).Text);
    }

    /// <summary>A plugin that writes its arguments down, a line each.</summary>
    private void InstallPlugin(int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for session-manager-plugin is a shell script.");
        var plugin = Path.Combine(folder, "session-manager-plugin");
        File.WriteAllText(plugin, $"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{folder}/arguments'\nexit {exitCode}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable("PATH", folder + Path.PathSeparator + path);
    }
}
