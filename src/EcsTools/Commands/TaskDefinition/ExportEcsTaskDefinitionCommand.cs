using System.Management.Automation;
using System.Text;
using EcsTools.Deploy;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Writes task definitions as JSON that you can register again.</summary>
[Cmdlet(VerbsData.Export, "EcsTaskDefinition", SupportsShouldProcess = true), OutputType(typeof(string))]
[Calls(nameof(Operations.DescribeTaskDefinition))]
public sealed class ExportEcsTaskDefinitionCommand : EcsTaskDefinitionCommand
{
    private readonly HashSet<string> written = [];

    /// <summary>The file to write, or a folder, where each family gets a file. Without it the JSON comes out as text.</summary>
    [Parameter(Position = 1, HelpMessage = "The file to write, or an existing folder, in which each family gets a file. Default: the JSON is returned as a string.")]
    public string? Path { get; set; }

    /// <summary>Leaves a file that is there alone: it is an error then.</summary>
    [Parameter(HelpMessage = "Doesn't replace an existing file: the cmdlet writes an error.")]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    private protected override async Task Use(RegisterTaskDefinitionRequest definition, string name, JobOutput output)
    {
        var json = JsonText.Indented(definition);
        if (Path is null) await output.Object(json);
        else await output.OnPipeline(_ => Write(json, name, definition.Family));
    }

    private void Write(string json, string name, string? family)
    {
        var path = Path!;
        try
        {
            path = WholeFile.PathOf(this, path);
            if (Directory.Exists(path)) path = System.IO.Path.Combine(path, $"{family}.json");
            if (!ShouldProcess(path, $"Export {name}")) return;
            if (written.Add(path)) WholeFile.Write(path, Encoding.UTF8.GetBytes(json + Environment.NewLine), replaces: !NoClobber);
            else WriteError(Errors.Invalid("FileWrittenTwice", $"{name} would overwrite {path}, which this command has already written.", name, "Specify a folder for -Path, and one revision per family."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(Errors.Record(new EcsException("ExportFailed", $"{name} can't be written: {e.Message}", e), ErrorCategory.WriteError, path, "Specify another -Path, or omit -NoClobber."));
        }
    }
}
