using System.Runtime.CompilerServices;

namespace EcsTools.Tests;

/// <summary>Tests need no network: PowerShell, in this process and in those that it starts, sends nothing to Microsoft.</summary>
internal static class NoTelemetry
{
    [ModuleInitializer]
    internal static void OptOut() => Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
}
