using System.Management.Automation.Runspaces;

namespace EcsTools.Host;

/// <summary>
/// What a prompt cannot do without and the bare engine leaves to modules that are not there: moving about, a clear screen, and the prompt itself.
/// </summary>
internal static class ShellCommands
{
    public static IEnumerable<SessionStateCommandEntry> All { get; } =
    [
        new SessionStateCmdletEntry("Set-Location", typeof(SetLocationCommand), helpFileName: null),
        new SessionStateFunctionEntry("Get-Location", "$ExecutionContext.SessionState.Path.CurrentLocation"),
        new SessionStateFunctionEntry("Clear-Host", "[Console]::Clear()"),
        new SessionStateFunctionEntry("prompt", """
            "EcsTools PS $($ExecutionContext.SessionState.Path.CurrentLocation)$('>' * ($NestedPromptLevel + 1)) "
            """),
    ];
}
