using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation.Host;

namespace EcsTools.Session;

/// <summary>Whether the session has a user, and how to show a page to the user.</summary>
internal static class Prompting
{
    /// <summary>Hosts of jobs, parallel blocks, and remote sessions, which have no user.</summary>
    private static readonly string[] Unattended = ["Default Host", "ServerRemoteHost"];

    /// <summary>Whether a user can answer.</summary>
    public static bool IsAttended(PSHost host) =>
        !Unattended.Contains(host.Name) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) && Environment.UserInteractive
            && (host.Name != "ConsoleHost" || HasConsole);

    private static bool HasConsole =>
        !Console.IsInputRedirected && !Console.IsOutputRedirected && !Array.Exists(Environment.GetCommandLineArgs(), IsNonInteractive);

    private static bool IsNonInteractive(string argument) =>
        argument.Length >= "-noni".Length && "-NonInteractive".StartsWith(argument, StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens a page in the browser. Without a browser, the displayed address is enough.</summary>
    public static void Open(string address)
    {
        try
        {
            var browser = Environment.GetEnvironmentVariable("BROWSER");
            using var opened = Process.Start(string.IsNullOrEmpty(browser)
                ? new ProcessStartInfo(address) { UseShellExecute = true }
                : new ProcessStartInfo(browser, [address]) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // The address and the code were shown.
        }
    }
}
