using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Xml.Linq;
using EcsTools.Docs;

namespace EcsTools.Tests.Formatting;

/// <summary>
/// The real engine with the module's views, writing to a <see cref="Screen"/>. It runs a local ECS whose clock stands still at
/// midnight before 2026 (UTC), so that ages are always the same.
/// </summary>
internal sealed class Viewer : IDisposable
{
    private static readonly string Module = typeof(Viewer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ModuleFolder").Value!;

    private readonly Screen screen;
    private readonly Runspace runspace;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-views-");

    private Viewer(int width, bool colours, Action<InitialSessionState, string> load)
    {
        screen = new Screen(width, colours);
        var state = InitialSessionState.CreateDefault2();
        load(state, folder.FullName);
        runspace = RunspaceFactory.CreateRunspace(screen, state);
        runspace.Open();
        Evaluate("$null = Start-EcsLocal -ManualClock");
    }

    /// <summary>The views as Format-List chooses them. The engine from NuGet has no Format-List: it uses the lists if there are no tables.</summary>
    public static Viewer OfLists(int width, bool colours) => WithViews(width, colours, views =>
        views.Descendants("View").Where(v => v.Element("ListControl") is null).Remove());

    /// <summary>The module as people import it.</summary>
    public static Viewer AsShipped(int width, bool colours) => new(width, colours, (state, _) => state.ImportPSModule(Module + "EcsTools.psd1"));

    /// <summary>The display of some objects, without the blank lines around it.</summary>
    public string Show(IEnumerable objects)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Out-Default");
        shell.Invoke(objects);
        Assert.Empty(shell.Streams.Error);
        return screen.Take().Trim('\n') + '\n';
    }

    /// <summary>The display of an object before the next one arrives.</summary>
    public string ShowFirst(object first)
    {
        Evaluate("$script:shown = { Out-Default }.GetSteppablePipeline(); $shown.Begin($true); $shown.Process($args[0])", first);
        var seen = screen.Take();
        Evaluate("$shown.End()");
        screen.Take();
        return seen;
    }

    /// <summary>The output of a script.</summary>
    public object? Evaluate(string script, params object?[] arguments)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        foreach (var argument in arguments) shell.AddArgument(argument);
        var output = shell.Invoke();
        Assert.Empty(shell.Streams.Error);
        return output.SingleOrDefault()?.BaseObject;
    }

    public void Dispose()
    {
        Evaluate("Stop-EcsLocal");
        runspace.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>The module without its manifest, so that other views can replace its own.</summary>
    private static Viewer WithViews(int width, bool colours, Action<XDocument> change) => new(width, colours, (state, folder) =>
    {
        var views = Views.Read();
        change(views);
        var file = Path.Combine(folder, "views.format.ps1xml");
        views.Save(file);
        state.ImportPSModule(Module + "bin/EcsTools.dll");
        state.Formats.Add(new SessionStateFormatEntry(file));
    });
}
