using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace EcsTools.Host;

/// <summary>A session of the engine with EcsTools imported, on the console.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Interrupts interrupts = new();
    private readonly Screen screen = new();
    private readonly ConsoleHost host;
    private readonly PromptLoop promptLoop;
    private readonly Runspace runspace;

    private Shell(bool nonInteractive)
    {
        var input = new Input(screen, interrupts, nonInteractive);
        promptLoop = new PromptLoop(this, input);
        host = new ConsoleHost(new ConsoleUI(screen, input, new Questions(screen, input)), screen, promptLoop.Run);
        runspace = RunspaceFactory.CreateRunspace(host, SessionState());
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
    }

    /// <summary>Does what the command line asks.</summary>
    /// <returns>The exit code of the process.</returns>
    public static int Run(CommandLine commandLine)
    {
        Terminal.Prepare();
        using var shell = new Shell(commandLine.NonInteractive);
        Outcome outcome = shell.ImportModule();
        if (outcome == Outcome.Completed)
            outcome = shell.RunAll(commandLine);
        return shell.ExitCodeOf(outcome);
    }

    /// <summary>Runs text as if it were typed at the prompt.</summary>
    public Outcome RunText(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        if (errors.Length == 0)
            return Invoke(new Command(text, isScript: true, useLocalScope: false));

        // The engine would report unfinished text without its place.
        Show(new ParseException(errors).ErrorRecord);
        return Outcome.Failed;
    }

    /// <summary>The prompt, as the session's own function gives it; a plain one where that function fails.</summary>
    public string Prompt()
    {
        using PowerShell pipeline = NewPipeline();
        try
        {
            return string.Concat(pipeline.AddCommand("prompt").Invoke<string>());
        }
        catch (RuntimeException)
        {
            return "PS> ";
        }
    }

    /// <summary>What may stand at the cursor.</summary>
    public CommandCompletion Complete(string text, int cursor)
    {
        using PowerShell pipeline = NewPipeline();
        CommandCompletion found = CommandCompletion.CompleteInput(text, cursor, new Hashtable(), pipeline);
        return found.CompletionMatches.Count > 0
            ? found
            : PathCompletion.Find(text, cursor, runspace.SessionStateProxy.Path.CurrentFileSystemLocation.ProviderPath);
    }

    public void Dispose()
    {
        runspace.Dispose();
        interrupts.Dispose();
    }

    private static InitialSessionState SessionState()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.Commands.Add(ShellCommands.All);
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        return state;
    }

    private Outcome ImportModule()
    {
        var import = new Command("Import-Module");
        import.Parameters.Add("Name", ModuleLocation.Find());
        import.Parameters.Add("ErrorAction", ActionPreference.Stop);
        return Invoke(import);
    }

    private Outcome RunAll(CommandLine commandLine) => commandLine.Mode switch
    {
        Mode.File => RunScript(commandLine.Text, commandLine.ScriptArguments),
        Mode.Command => RunCommand(commandLine.Text),
        _ => RunPrompt(),
    };

    /// <summary>A command fails with its last statement, as in pwsh.</summary>
    private Outcome RunCommand(string text)
    {
        Outcome outcome = RunText(text);
        return outcome == Outcome.Completed && !LastStatementSucceeded() ? Outcome.Failed : outcome;
    }

    private Outcome RunScript(string path, IReadOnlyList<string> arguments)
    {
        if (!File.Exists(path))
            throw new CannotStartException(ExitCode.Usage, $"The script '{path}' does not exist.");
        return RunText(ScriptCall.ToText(Path.GetFullPath(path), arguments));
    }

    private Outcome RunPrompt()
    {
        if (Terminal.CanEdit)
            screen.Write($"{ConsoleHost.Versions}\nGet-Command -Module EcsTools lists its commands, exit leaves.\n\n");
        promptLoop.Run(() => host.RequestedExitCode is not null || interrupts.Terminated);
        return Outcome.Completed;
    }

    /// <summary>Runs a command, shows what it emits and the error that ends it.</summary>
    private Outcome Invoke(Command command)
    {
        using PowerShell pipeline = NewPipeline();
        pipeline.Commands.AddCommand(command);
        ShowResults(pipeline);
        try
        {
            interrupts.While(pipeline, () => pipeline.Invoke(input: null, new PSInvocationSettings { AddToHistory = command.IsScript }));
            return interrupts.Stopped ? Outcome.Stopped : Outcome.Completed;
        }
        catch (RuntimeException) when (interrupts.Stopped)
        {
            return Outcome.Stopped;
        }
        catch (RuntimeException error)
        {
            Show(error.ErrorRecord);
            return Outcome.Failed;
        }
        finally
        {
            screen.EndProgress();
        }
    }

    /// <summary>The engine formats an error that ended a command as an object like any other: where it goes is said here.</summary>
    private void Show(ErrorRecord error)
    {
        using PowerShell pipeline = NewPipeline();
        pipeline.AddCommand("Out-Default");
        screen.ToErrors(() => pipeline.Invoke(new[] { error }));
    }

    private static void ShowResults(PowerShell pipeline) => pipeline.Commands.AddCommand(
        new Command("Out-Default") { MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output });

    private PowerShell NewPipeline()
    {
        if (interrupts.AnyRunning)
            return PowerShell.Create(RunspaceMode.CurrentRunspace);
        var pipeline = PowerShell.Create();
        pipeline.Runspace = runspace;
        return pipeline;
    }

    private bool LastStatementSucceeded() => (bool)runspace.SessionStateProxy.GetVariable("?");

    private int ExitCodeOf(Outcome outcome) =>
        host.RequestedExitCode
        ?? (interrupts.Terminated ? ExitCode.Terminated
            : outcome switch
            {
                Outcome.Stopped => ExitCode.Interrupted,
                Outcome.Failed => ExitCode.Failure,
                _ => ExitCode.Success,
            });
}
