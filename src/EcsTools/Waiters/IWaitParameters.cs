using System.Management.Automation;

namespace EcsTools.Waiters;

/// <summary>A cmdlet that can wait for what it started.</summary>
internal interface IWaitParameters
{
    /// <summary>Whether to wait.</summary>
    SwitchParameter Wait { get; }

    /// <summary>How long to wait at most.</summary>
    TimeSpan Timeout { get; }
}
