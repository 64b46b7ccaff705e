using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EcsTools.Sessions;

/// <summary>This terminal, while keys go to a container: nothing is echoed, no line is edited, and Ctrl+C is a key. Redirected input is read as it is.</summary>
internal sealed class RawTerminal : IDisposable
{
    /// <summary>How long a look for keys takes, after which the end of the session is noticed.</summary>
    private const int PatienceMilliseconds = 100;

    private readonly Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
    private readonly string? unixMode;
    private readonly uint windowsMode;

    public RawTerminal()
    {
        if (Console.IsInputRedirected) return;
        if (OperatingSystem.IsWindows())
        {
            const uint virtualTerminalInput = 0x200, extendedFlags = 0x80;
            Windows.GetConsoleMode(Windows.Input, out windowsMode);
            Windows.SetConsoleMode(Windows.Input, virtualTerminalInput | extendedFlags);
        }
        else
        {
            unixMode = Mode();
            _ = Unix.System("stty raw -echo");
        }
    }

    /// <summary>The size of the window, or a usual size without a window.</summary>
    public static (int Columns, int Rows) Size
    {
        get
        {
            try
            {
                return Console.IsOutputRedirected ? (80, 24) : (Console.WindowWidth, Console.WindowHeight);
            }
            catch (IOException)
            {
                return (80, 24);
            }
        }
    }

    public void Write(ReadOnlySpan<byte> shown)
    {
        output.Write(shown);
        output.Flush();
    }

    /// <summary>The keys that were pressed; none after a moment without one, null for the end of redirected input.</summary>
    public byte[]? Read(byte[] buffer)
    {
        if (!Console.IsInputRedirected && !HasKeys()) return [];
        var count = input.Read(buffer);
        return count == 0 ? null : buffer[..count];
    }

    public void Dispose()
    {
        if (unixMode is not null) _ = Unix.System($"stty {unixMode}");
        else if (!Console.IsInputRedirected && OperatingSystem.IsWindows()) Windows.SetConsoleMode(Windows.Input, windowsMode);
        input.Dispose();
        output.Dispose();
    }

    private static bool HasKeys()
    {
        if (OperatingSystem.IsWindows()) return Windows.WaitForSingleObject(Windows.Input, PatienceMilliseconds) == 0;
        const short readable = 1;
        var keyboard = new Unix.PollFd { Descriptor = 0, Events = readable };
        return Unix.Poll(ref keyboard, 1, PatienceMilliseconds) > 0;
    }

    private static string Mode()
    {
        using var stty = Process.Start(new ProcessStartInfo("stty", "-g") { RedirectStandardOutput = true, UseShellExecute = false })!;
        var mode = stty.StandardOutput.ReadToEnd().Trim();
        stty.WaitForExit();
        return mode;
    }

    private static class Unix
    {
        /// <summary>.NET sets the terminal as it was when a process that it started has ended; this one it doesn't know.</summary>
        [DllImport("libc", EntryPoint = "system", CharSet = CharSet.Ansi)]
        public static extern int System([MarshalAs(UnmanagedType.LPUTF8Str)] string command);

        [DllImport("libc", EntryPoint = "poll")]
        public static extern int Poll(ref PollFd descriptors, nuint count, int timeout);

        [StructLayout(LayoutKind.Sequential)]
        public struct PollFd
        {
            public int Descriptor;
            public short Events;
            public short Returned;
        }
    }

    private static class Windows
    {
        public static nint Input => GetStdHandle(-10);

        [DllImport("kernel32.dll")]
        public static extern nint GetStdHandle(int handle);

        [DllImport("kernel32.dll")]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool GetConsoleMode(nint handle, out uint mode);

        [DllImport("kernel32.dll")]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool SetConsoleMode(nint handle, uint mode);

        [DllImport("kernel32.dll")]
        public static extern uint WaitForSingleObject(nint handle, uint milliseconds);
    }
}
