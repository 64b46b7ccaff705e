using System.Diagnostics;
using System.Management.Automation;
using System.Text.Json;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>AWS's Session Manager plugin, the program that connects this terminal to a session.</summary>
/// <param name="path">The path of the program.</param>
internal sealed class SessionPlugin(string path)
{
    /// <summary>
    /// The environment variable that has the session. Every user of the machine can read a command line, and the session's token is a
    /// secret.
    /// </summary>
    private const string Variable = "AWS_SSM_START_SESSION_RESPONSE";

    private const string Name = "session-manager-plugin";

    /// <summary>The plugin on the PATH; null when it is not installed.</summary>
    public static SessionPlugin? Find(SessionState session) =>
        session.InvokeCommand.GetCommand(Name, CommandTypes.Application) is ApplicationInfo found ? new(found.Path) : null;

    public static ErrorRecord NotInstalled(string task) => Errors.Record(
        new EcsException("SessionPluginNotFound", $"{Name} isn't on the PATH."), ErrorCategory.NotInstalled, task,
        "Omit -UsePlugin, which needs no plugin, or install the Session Manager plugin for the AWS CLI.");

    public static ErrorRecord Failed(string task, int exitCode) => Errors.Record(
        new EcsException(
            "SessionPluginFailed",
            $"{Name} exited with {exitCode}."), ErrorCategory.InvalidResult, task, "For details, see the plugin's output above.");

    /// <summary>Runs the plugin at this terminal, with the arguments that the AWS CLI gives it, until the session ends.</summary>
    /// <returns>The plugin's exit code.</returns>
    public int Run(ExecuteCommandResponse response, string? runtimeId, string? profile, Uri endpoint)
    {
        if (!EcsArn.TryParse(response.TaskArn, out var task)) throw new FormatException($"'{response.TaskArn}' isn't the ARN of a task.");
        var target = $"ecs:{task.Cluster}_{task.Id}_{runtimeId}";
        string[] arguments =
        [
            Variable,
            task.Region,
            "StartSession",
            profile ?? "",
            JsonSerializer.Serialize(new Dictionary<string, string> { ["Target"] = target }),
            endpoint.AbsoluteUri,
        ];
        Console.CancelKeyPress += Ignore;
        try
        {
            var start = new ProcessStartInfo(path, arguments) { UseShellExecute = false };
            start.Environment[Variable] = WireJson.ToText(response.Session!);
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode;
        }
        finally
        {
            Console.CancelKeyPress -= Ignore;
        }
    }

    /// <summary>Ctrl+C is for the command at the other end.</summary>
    private static void Ignore(object? sender, ConsoleCancelEventArgs e) => e.Cancel = true;
}
