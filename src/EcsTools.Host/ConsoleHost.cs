using System.Globalization;
using System.Management.Automation.Host;
using System.Reflection;

namespace EcsTools.Host;

/// <summary>What the engine sees of this process: a name, a user interface, and a way to end.</summary>
internal sealed class ConsoleHost(PSHostUserInterface ui, Screen screen, Action<Func<bool>> runPrompt) : PSHost
{
    private static readonly Version OwnVersion = typeof(ConsoleHost).Assembly.GetName().Version!;

    private int nestedPrompts;
    private bool nestedPromptEnds;

    /// <summary>The versions of the host and of the engine.</summary>
    public static string Versions
    {
        get
        {
            string engine = typeof(PSHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
            return $"EcsTools.Host {OwnVersion.ToString(3)}, PowerShell {engine.Split(' ', '+')[0]}";
        }
    }

    public override string Name => "EcsTools.Host";
    public override Version Version => OwnVersion;
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;
    public override PSHostUserInterface UI => ui;

    /// <summary>The code that <c>exit</c> gave, once it has run.</summary>
    public int? RequestedExitCode { get; private set; }

    /// <summary>In a nested prompt <c>exit</c> leaves that prompt, as in pwsh.</summary>
    public override void SetShouldExit(int exitCode)
    {
        if (nestedPrompts > 0)
            nestedPromptEnds = true;
        else
            RequestedExitCode = exitCode;
    }

    /// <summary>Reads commands in the middle of a suspended one.</summary>
    public override void EnterNestedPrompt()
    {
        nestedPrompts++;
        try
        {
            runPrompt(() => nestedPromptEnds);
        }
        finally
        {
            nestedPrompts--;
            nestedPromptEnds = false;
        }
    }

    public override void ExitNestedPrompt() => nestedPromptEnds = true;

    /// <summary>A native program is about to write to the terminal itself.</summary>
    public override void NotifyBeginApplication() => screen.HideProgress();

    public override void NotifyEndApplication()
    {
    }
}
