using System.Diagnostics;

namespace EcsTools.Calls;

/// <summary>
/// Activities of the source <c>EcsTools</c>, which show why each call is sent. The client has an activity for each call; its parents are
/// the cmdlet, and, for example, the wait. They cost nothing without a listener.
/// </summary>
internal static class Traces
{
    /// <summary>The tag of a cmdlet that runs with -WhatIf.</summary>
    public const string WhatIf = "ecstools.what_if";

    private static readonly ActivitySource Source = new("EcsTools");

    /// <summary>The activity in which the calls of the current method are sent; null without a listener.</summary>
    public static Activity? Start(string name) => Source.StartActivity(name);
}
