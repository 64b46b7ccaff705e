using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace EcsTools.Docs;

/// <summary>A prompt with the built module, and what a person sees there.</summary>
public sealed class Prompt : IDisposable
{
    private readonly Screen screen;
    private readonly Runspace runspace;

    /// <summary>Opens a prompt of so many columns.</summary>
    public Prompt(int width = 120, bool colours = false)
    {
        screen = new Screen(width, colours);
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule(Path.Combine(Paths.Module, "EcsTools.psd1"));
        runspace = RunspaceFactory.CreateRunspace(screen, state);
        runspace.Open();
    }

    /// <summary>Runs a line as if it were typed, and returns the screen, without blank lines around it.</summary>
    public string Type(string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script).AddCommand("Out-Default");
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException e)
        {
            screen.UI.WriteLine(e.ErrorRecord.ToString());
        }

        return string.Join('\n', screen.Take().Split('\n').Select(line => line.TrimEnd())).Trim('\n');
    }

    /// <summary>The output of a script.</summary>
    public IReadOnlyList<PSObject> Evaluate(string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        var output = shell.Invoke();
        return shell.Streams.Error is [var first, ..] ? throw new InvalidOperationException($"{script}: {first}") : [.. output];
    }

    /// <summary>Ends the prompt, and the local ECS that was started in it.</summary>
    public void Dispose()
    {
        Evaluate("Stop-EcsLocal");
        runspace.Dispose();
    }
}
