using System.Globalization;

namespace EcsTools.Tests.Cmdlets;

/// <summary>How many interruptions a test tries: few in CI, and the number in <c>build.ps1 -Task Interrupt -Moments 200</c> of each kind.</summary>
internal static class Moments
{
    public static int Count(int inCI) =>
        Environment.GetEnvironmentVariable("ECSTOOLS_MOMENTS") is { Length: > 0 } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : inCI;
}
