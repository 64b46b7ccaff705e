using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Writes task definitions as JSON that you can register again.</summary>
[Cmdlet(VerbsData.Export, "EcsTaskDefinition", SupportsShouldProcess = true), OutputType(typeof(string))]
public sealed class ExportEcsTaskDefinitionCommand : EcsTaskDefinitionCommand
{
    private readonly ExportFile export;

    /// <summary>Prepares to write.</summary>
    public ExportEcsTaskDefinitionCommand() => export = new(this);

    [Parameter(Position = 1,
        HelpMessage = "The file to write, or an existing folder, in which each family gets a file. Default: the JSON is returned as a string.")]
    public string? Path { get; set; }

    [Parameter(HelpMessage = "Doesn't replace an existing file: the cmdlet writes an error.")]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    private protected override async Task Use(RegisterTaskDefinitionRequest definition, string name, JobOutput output)
    {
        var json = JsonText.Indented(definition);
        if (Path is null) await output.Object(json);
        else await output.OnPipeline(_ => export.Write(Path, json, name, definition.Family, NoClobber));
    }
}
