using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Calls;

/// <summary>The base of all cmdlets of the module: all texts that it writes to any stream are safe to show.</summary>
public abstract class EcsCmdlet : PSCmdlet
{
    /// <summary>The name of the cmdlet in messages.</summary>
    internal string CmdletName => MyInvocation.MyCommand.Name;

    /// <summary>The noun of the cmdlet, for example EcsService.</summary>
    internal string Noun => CmdletName[(CmdletName.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether the cmdlet has a parameter.</summary>
    internal bool Takes(string parameter) => GetType().GetProperty(parameter) is not null;

    /// <summary>Whether an error is about to end the pipeline, so that no further change starts.</summary>
    internal virtual bool IsEnding => false;

    internal new void WriteError(ErrorRecord error) => base.WriteError(Errors.Safe(error));

    internal new void ThrowTerminatingError(ErrorRecord error) => base.ThrowTerminatingError(Errors.Safe(error));

    internal new void WriteVerbose(string text) => base.WriteVerbose(Shown.Text(text));

    internal new void WriteWarning(string text) => base.WriteWarning(Shown.Text(text));

    internal new void WriteDebug(string text) => base.WriteDebug(Shown.Text(text));

    internal new void WriteProgress(ProgressRecord progress) => base.WriteProgress(Safe(progress));

    /// <summary>A line for the user at the prompt, like those of -WhatIf.</summary>
    internal void WriteHost(string line) => WriteInformation(new HostInformationMessage { Message = Shown.Text(line) }, ["PSHOST"]);

    internal new bool ShouldProcess(string target, string action) => base.ShouldProcess(Shown.Text(target), Shown.Text(action));

    /// <summary>Writes an error of a job.</summary>
    /// <param name="error">The error.</param>
    /// <param name="concernsEveryCall">Whether every other call would cause the same error, so that this one ends the pipeline.</param>
    internal virtual void WriteJobError(ErrorRecord error, bool concernsEveryCall = false) => WriteError(error);

    /// <summary>Writes an error of ECS.</summary>
    internal void WriteEcsError(EcsException error, object? target) =>
        WriteJobError(Errors.From(error, target, this), Errors.ConcernsEveryCall(error));

    private static ProgressRecord Safe(ProgressRecord progress)
    {
        progress.Activity = Shown.Text(progress.Activity);
        progress.StatusDescription = Shown.Text(progress.StatusDescription);
        progress.CurrentOperation = progress.CurrentOperation is { } operation ? Shown.Text(operation) : null;
        return progress;
    }
}
