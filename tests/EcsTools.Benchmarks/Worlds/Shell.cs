using System.Diagnostics;
using System.Globalization;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>Programs that a runbook starts: PowerShell itself, and what people use beside it.</summary>
internal static class Shell
{
    /// <summary>PowerShell as it is installed, with its own compiled engine.</summary>
    public static readonly string[] PowerShell = ["dotnet", Prompt.Metadata("Pwsh"), "-NoProfile", "-NonInteractive", "-Command"];

    /// <summary>The figures in the last line that a script writes.</summary>
    public static double[] Figures(string script) =>
        [.. Output([.. PowerShell, script]).TrimEnd().Split('\n')[^1].Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];

    /// <summary>How long a program takes from its start to its end, in milliseconds.</summary>
    public static double Milliseconds(params string[] command) => Measuring.Interleaved.Milliseconds(() => Output(command));

    /// <summary>Whether a program is there and works.</summary>
    public static bool Works(params string[] command)
    {
        try
        {
            Output(command);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Output(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', command)}: {errors.GetAwaiter().GetResult()}");
    }
}
