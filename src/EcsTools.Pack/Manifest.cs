using System.Collections;
using System.Management.Automation.Language;

namespace EcsTools.Pack;

/// <summary>The facts in the module's manifest, which the package repeats.</summary>
internal sealed class Manifest
{
    private readonly Hashtable values;

    private Manifest(Hashtable values) => this.values = values;

    public string Version => Text("ModuleVersion");

    public string Author => Text("Author");

    public string Company => Text("CompanyName");

    public string Copyright => Text("Copyright");

    public string Description => Text("Description");

    public string ReleaseNotes => (string)Data["ReleaseNotes"]!;

    public IEnumerable<string> Tags => List(Data["Tags"]);

    public IEnumerable<string> Cmdlets => List(values["CmdletsToExport"]);

    private Hashtable Data => (Hashtable)((Hashtable)values["PrivateData"]!)["PSData"]!;

    public static Manifest Read(string file)
    {
        var ast = Parser.ParseFile(file, out _, out var errors);
        if (errors.Length > 0) throw new FormatException($"{file}: {errors[0].Message}");
        return new((Hashtable)ast.Find(part => part is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue());
    }

    private string Text(string key) => values[key] as string ?? throw new FormatException($"The manifest says nothing of {key}.");

    private static IEnumerable<string> List(object? value) => ((IEnumerable)value!).Cast<string>();
}
