using System.Management.Automation;
using System.Text;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Deploy;

/// <summary>Files that an Export- cmdlet writes: one, or one for each thing in a folder. No file is written twice.</summary>
/// <param name="command">The cmdlet that writes.</param>
internal sealed class ExportFile(EcsCmdlet command)
{
    private readonly HashSet<string> written = [];

    /// <summary>Writes JSON, or an error.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="json">The content.</param>
    /// <param name="name">Its name in texts for users.</param>
    /// <param name="fileName">The name of its file in a folder.</param>
    /// <param name="noClobber">Whether a file that is there is an error.</param>
    public void Write(string path, string json, string name, string? fileName, bool noClobber)
    {
        try
        {
            path = WholeFile.PathOf(command, path);
            if (Directory.Exists(path)) path = Path.Combine(path, $"{fileName}.json");
            if (!command.ShouldProcess(path, $"Export {name}")) return;
            if (written.Add(path)) WholeFile.Write(path, Encoding.UTF8.GetBytes(json + Environment.NewLine), replaces: !noClobber);
            else
                command.WriteError(Errors.Invalid(
                    "FileWrittenTwice",
                    $"{name} would overwrite {path}, which this command has already written.",
                    name,
                    "Specify a folder for -Path, and one of each name."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            command.WriteError(Errors.Record(
                new EcsException("ExportFailed", $"{name} can't be written: {e.Message}", e),
                ErrorCategory.WriteError,
                path,
                "Specify another -Path, or omit -NoClobber."));
        }
    }
}
