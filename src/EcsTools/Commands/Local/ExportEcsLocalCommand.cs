using System.Management.Automation;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Saves the whole state of the session's local ECS as JSON, whole or not at all. Start-EcsLocal -Path goes on from it.</summary>
[Cmdlet(VerbsData.Export, "EcsLocal", SupportsShouldProcess = true), OutputType(typeof(void))]
public sealed class ExportEcsLocalCommand : EcsToolsCommand
{
    /// <summary>The file to write.</summary>
    [Parameter(Position = 0, Mandatory = true, HelpMessage = "The file to write. One that is there already is replaced.")]
    public string? Path { get; set; }

    /// <summary>Leaves a file that is there already as it is, with an error.</summary>
    [Parameter(HelpMessage = "Leaves a file that is there already as it is, with an error.")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Writes the file.</summary>
    private protected override void Process()
    {
        var file = GetUnresolvedProviderPathFromPSPath(Path);
        if (EcsSession.Current.Local is not { } server)
        {
            ThrowTerminatingError(Errors.Record(new InvalidOperationException(), "NoLocal", ErrorCategory.InvalidOperation, null, "This session runs no local ECS.", "Start one with Start-EcsLocal."));
            return;
        }

        if (NoClobber && File.Exists(file))
            ThrowTerminatingError(Errors.Record(new IOException(), "FileExists", ErrorCategory.ResourceExists, file, $"The file '{file}' is there already.", "Leave -NoClobber out to replace it."));
        if (!ShouldProcess(file, "Save the state of the local ECS")) return;
        try
        {
            server.Save().Write(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(Errors.Record(e, "StateNotSaved", ErrorCategory.WriteError, file, $"The state was not saved: {e.Message}", "Choose another -Path."));
        }
    }
}
