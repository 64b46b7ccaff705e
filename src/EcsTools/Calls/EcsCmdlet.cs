using System.Management.Automation;
using EcsTools.Text;

namespace EcsTools.Calls;

/// <summary>The base of all cmdlets of the module: all texts that it writes to any stream are safe to show.</summary>
public abstract class EcsCmdlet : PSCmdlet
{
    internal new void WriteError(ErrorRecord error) => base.WriteError(Errors.Safe(error));

    internal new void ThrowTerminatingError(ErrorRecord error) => base.ThrowTerminatingError(Errors.Safe(error));

    internal new void WriteVerbose(string text) => base.WriteVerbose(Shown.Text(text));

    internal new void WriteWarning(string text) => base.WriteWarning(Shown.Text(text));

    internal new void WriteDebug(string text) => base.WriteDebug(Shown.Text(text));

    internal new void WriteProgress(ProgressRecord progress) => base.WriteProgress(Safe(progress));

    /// <summary>A line for the user at the prompt, like those of -WhatIf.</summary>
    internal void Tell(string line) => WriteInformation(new HostInformationMessage { Message = Shown.Text(line) }, ["PSHOST"]);

    internal new bool ShouldProcess(string target, string action) => base.ShouldProcess(Shown.Text(target), Shown.Text(action));

    private static ProgressRecord Safe(ProgressRecord progress)
    {
        progress.Activity = Shown.Text(progress.Activity);
        progress.StatusDescription = Shown.Text(progress.StatusDescription);
        progress.CurrentOperation = progress.CurrentOperation is { } operation ? Shown.Text(operation) : null;
        return progress;
    }
}
