using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Xml.Linq;

namespace EcsTools.Docs;

/// <summary>
/// A prompt with the built module, and what a person sees there. Tables look at all their rows before they size columns; as shipped
/// they look at those of the first 300 ms, and a slow machine would show another table.
/// </summary>
public sealed class Prompt : IDisposable
{
    private readonly Screen screen;
    private readonly Runspace runspace;
    private readonly DirectoryInfo views = Directory.CreateTempSubdirectory("ecstools-views-");

    /// <summary>Opens a prompt of so many columns.</summary>
    public Prompt(int width = 120, bool colours = false)
    {
        screen = new Screen(width, colours);
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        // Of two views for a type the engine takes the one that it was told of first.
        foreach (var file in Directory.GetFiles(Paths.Module, "*.format.ps1xml")) state.Formats.Add(new SessionStateFormatEntry(OfAllRows(file)));
        state.ImportPSModule(Path.Combine(Paths.Module, "EcsTools.psd1"));
        runspace = RunspaceFactory.CreateRunspace(screen, state);
        runspace.Open();
    }

    /// <summary>Runs a line as somebody who typed it, and gives what was on the screen then, without blank lines around it.</summary>
    public string Type(string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script).AddCommand("Out-Default");
        shell.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
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

    /// <summary>What a script gives.</summary>
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
        views.Delete(recursive: true);
    }

    private string OfAllRows(string file)
    {
        var document = XDocument.Load(file);
        foreach (var table in document.Descendants("TableControl")) table.AddFirst(new XElement("AutoSize"));
        var changed = Path.Combine(views.FullName, Path.GetFileName(file));
        document.Save(changed);
        return changed;
    }
}
