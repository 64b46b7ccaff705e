using System.Management.Automation;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Saves the whole state of the session's local ECS to a JSON file. Start-EcsLocal -Path restores it.</summary>
[Cmdlet(VerbsData.Export, "EcsLocal", SupportsShouldProcess = true), OutputType(typeof(void))]
public sealed class ExportEcsLocalCommand : EcsLocalCommand
{
    [Parameter(Position = 0, Mandatory = true, HelpMessage = "The file to write. An existing file is replaced.")]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string? Path { get; set; }

    [Parameter(HelpMessage = "Doesn't replace an existing file: the cmdlet ends with an error.")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Writes the file.</summary>
    private protected override void Process()
    {
        var server = Server();
        try
        {
            var file = WholeFile.PathOf(this, Path!);
            if (NoClobber && File.Exists(file))
                throw Stop(
                    "FileExists",
                    ErrorCategory.ResourceExists,
                    file,
                    $"The file '{file}' already exists.",
                    "Specify another -Path, or omit -NoClobber to replace the file.");
            if (ShouldProcess(file, "Save the state of the local ECS"))
                WholeFile.Write(file, server.Save, WholeFile.Private, replaces: !NoClobber);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Stop(
                "StateNotSaved", ErrorCategory.WriteError, Path, $"The state wasn't saved: {e.Message}", "Specify another -Path.", e);
        }
    }
}
