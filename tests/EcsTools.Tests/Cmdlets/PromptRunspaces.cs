using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace EcsTools.Tests.Cmdlets;

/// <summary>
/// The runspaces of prompts. To open one takes longer than most tests, so a session begins in the runspace of one that ended, if that left it as a new one.
/// </summary>
internal static class PromptRunspaces
{
    /// <summary>Removes the functions of a session, and shows what else it might have.</summary>
    private const string Clear = """
        param($functions)
        Set-StrictMode -Off
        foreach ($one in $functions) { $ExecutionContext.InvokeProvider.Item.Remove("Function:\$one", $false) }
        (Get-Module).Path
        (Get-Job).Name
        """;

    /// <summary>The views of PowerShell and of the module. To open a runspace would take twice as long if each read them.</summary>
    private static readonly Lazy<FormatTable> Views = new(() => new FormatTable(
        InitialSessionState.CreateDefault2().Formats.Select(entry => entry.FileName).Append(Path.ChangeExtension(EcsPrompt.ModulePath, "format.ps1xml"))));

    /// <summary>A new session.</summary>
    private static readonly Lazy<HashSet<string>> New = new(() =>
    {
        using var runspace = Open(null);
        return [.. Commands(runspace).Select(Shown), .. Drives(runspace), .. Run(runspace, Clear)];
    });

    private static readonly ConcurrentBag<Runspace> Idle = [];

    /// <summary>A runspace for a session. With a host of its own it is a new one.</summary>
    public static Runspace Take(PSHost? host) => host is null && Idle.TryTake(out var idle) ? idle : Open(host);

    /// <summary>Ends a session.</summary>
    /// <param name="runspace">Its runspace.</param>
    /// <param name="isOwn">Whether it has a host of its own.</param>
    public static void Return(Runspace runspace, bool isOwn)
    {
        if (!isOwn && runspace.RunspaceAvailability == RunspaceAvailability.Available && IsAsNew(runspace)) Idle.Add(runspace);
        else runspace.Dispose();
    }

    /// <summary>Clears a runspace. Variables, events and the place are those of a new one then.</summary>
    private static bool IsAsNew(Runspace runspace)
    {
        ModuleSession.End(runspace);
        runspace.ResetRunspaceState();
        var functions = Commands(runspace).Where(command => command is FunctionInfo && !New.Value.Contains(Shown(command))).Select(function => function.Name);
        var rest = Run(runspace, Clear, [.. functions]);
        return New.Value.SetEquals([.. Commands(runspace).Select(Shown), .. Drives(runspace), .. rest]);
    }

    private static IEnumerable<CommandInfo> Commands(Runspace runspace) =>
        runspace.SessionStateProxy.InvokeCommand.GetCommands("*", CommandTypes.Function | CommandTypes.Alias, nameIsPattern: true);

    private static string Shown(CommandInfo command) => $"{command.Name} = {command.Definition}";

    private static IEnumerable<string> Drives(Runspace runspace) => runspace.SessionStateProxy.Drive.GetAll().Select(drive => $"{drive.Name}:");

    /// <summary>The output of a script, with its errors.</summary>
    private static IReadOnlyList<string> Run(Runspace runspace, string script, params string[] functions)
    {
        using var shell = PowerShell.Create(runspace);
        var output = shell.AddScript(script).AddArgument(functions).Invoke<string>();
        return [.. output, .. shell.Streams.Error.Select(error => $"{error}")];
    }

    private static Runspace Open(PSHost? host)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Formats.Clear();
        state.Formats.Add(new SessionStateFormatEntry(Views.Value));
        state.DisableFormatUpdates = true;
        state.ImportPSModule(EcsPrompt.ModulePath);
        var runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        return runspace;
    }
}
