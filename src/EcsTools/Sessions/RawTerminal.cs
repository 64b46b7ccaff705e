using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EcsTools.Sessions;

/// <summary>
/// This terminal, while keys go to a container: nothing is echoed, no line is edited, and Ctrl+C is a key. Redirected input is read as it
/// is.
/// </summary>
internal sealed class RawTerminal : IDisposable
{
    /// <summary>How long a look for keys takes, after which the end of the session is noticed.</summary>
    private const int PatienceMilliseconds = 100;

    private readonly Stream input = OpenInput(), output = Console.OpenStandardOutput();
    private readonly byte[]? unixMode;
    private readonly uint windowsMode;

    public RawTerminal()
    {
        _ = Size; // .NET notes how the terminal is when it is first used, and gives it back like that to the programs that it starts
        if (Console.IsInputRedirected) return;
        if (OperatingSystem.IsWindows())
        {
            const uint virtualTerminalInput = 0x200, extendedFlags = 0x80;
            Windows.GetConsoleMode(Windows.Input, out windowsMode);
            Windows.SetConsoleMode(Windows.Input, virtualTerminalInput | extendedFlags);
        }
        else
        {
            unixMode = Unix.Mode();
            Unix.MakeRaw(unixMode);
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
        if (unixMode is not null) Unix.SetMode(unixMode);
        else if (!Console.IsInputRedirected && OperatingSystem.IsWindows()) Windows.SetConsoleMode(Windows.Input, windowsMode);
        input.Dispose();
        output.Dispose();
    }

    private static bool HasKeys()
    {
        if (OperatingSystem.IsWindows()) return Windows.WaitForSingleObject(Windows.Input, PatienceMilliseconds) == 0;
        const short readable = 1;
        var keyboard = new Unix.PollFd { Descriptor = Unix.Input, Events = readable };
        return Unix.Poll(ref keyboard, 1, PatienceMilliseconds) > 0;
    }

    /// <summary>
    /// The keyboard. The stream that .NET has for it on Unix edits a line and echoes it, whatever the mode of the terminal.
    /// </summary>
    private static Stream OpenInput() => OperatingSystem.IsWindows() || Console.IsInputRedirected
        ? Console.OpenStandardInput()
        : new FileStream(new SafeFileHandle(Unix.Input, ownsHandle: false), FileAccess.Read, bufferSize: 0);

    private static class Unix
    {
        public const int Input = 0;

        /// <summary>More than the structure takes on any system. It goes from call to call, so its members don't matter.</summary>
        private const int ModeLength = 256;

        public static byte[] Mode()
        {
            var mode = new byte[ModeLength];
            _ = GetAttributes(Input, mode);
            return mode;
        }

        public static void SetMode(byte[] mode) => _ = SetAttributes(Input, 0, mode);

        public static void MakeRaw(byte[] mode)
        {
            var raw = mode.ToArray();
            MakeRawAttributes(raw);
            SetMode(raw);
        }

        [DllImport("libc", EntryPoint = "poll")]
        public static extern int Poll(ref PollFd descriptors, nuint count, int timeout);

        [DllImport("libc", EntryPoint = "tcgetattr")]
        private static extern int GetAttributes(int descriptor, [Out] byte[] mode);

        [DllImport("libc", EntryPoint = "tcsetattr")]
        private static extern int SetAttributes(int descriptor, int when, byte[] mode);

        [DllImport("libc", EntryPoint = "cfmakeraw")]
        private static extern void MakeRawAttributes([In, Out] byte[] mode);

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
