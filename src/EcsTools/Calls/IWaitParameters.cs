using System.Management.Automation;

namespace EcsTools.Calls;

/// <summary>
/// A cmdlet that can wait for what it started. The generator writes both parameters for those marked with <c>[Waits]</c>.
/// </summary>
internal interface IWaitParameters
{
    /// <summary>The help of -Timeout.</summary>
    const string TimeoutHelp = "How long to wait at most, as a TimeSpan or in seconds. Default: 10 minutes.";

    /// <summary>The default time limit of a wait.</summary>
    static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Whether to wait.</summary>
    SwitchParameter Wait { get; }

    /// <summary>How long to wait at most.</summary>
    TimeSpan Timeout { get; }

    /// <summary>Whether the wait follows a change of the same command, which reads can lag behind.</summary>
    bool FollowsChange => true;
}
