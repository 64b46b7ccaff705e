namespace EcsTools.Calls;

/// <summary>A cmdlet that changes something in ECS: one change after the other, unless more are allowed at the same time.</summary>
internal interface IChangeParameters
{
    /// <summary>The help of -ThrottleLimit.</summary>
    const string ThrottleLimitHelp =
        "The number of changes that can be in progress at the same time. Default: 1, so that each change is sent only after ECS has answered the previous one. With a higher number, an error, Select-Object -First or Ctrl+C might come too late for changes that follow.";

    /// <summary>How many changes can be in progress at the same time.</summary>
    int ThrottleLimit { get; }
}
