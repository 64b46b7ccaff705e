using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace EcsTools.Host;

/// <summary>Windows consoles print escape sequences and UTF-8 only when asked.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsConsole
{
    private const int StandardOutput = -11;
    private const uint EnableVirtualTerminalProcessing = 4;

    public static void Prepare()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        nint handle = GetStdHandle(StandardOutput);
        if (GetConsoleMode(handle, out uint mode))
            SetConsoleMode(handle, mode | EnableVirtualTerminalProcessing);
    }

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int handle);

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool GetConsoleMode(nint console, out uint mode);

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool SetConsoleMode(nint console, uint mode);
}
