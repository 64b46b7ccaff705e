using System.Diagnostics;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>This program once more, in another role. It ends when its input does.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    public ChildProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ChildProcess).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        process = Process.Start(start)!;
    }

    /// <summary>Waits for its next line of output.</summary>
    public string ReadLine() => process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The process '{string.Join(' ', process.StartInfo.ArgumentList)}' ended early.");

    /// <summary>Starts one, and gives the figures that its only line is made of.</summary>
    public static double[] Figures(params string[] arguments)
    {
        using var child = new ChildProcess(arguments);
        return [.. child.ReadLine().Split(' ').Select(double.Parse)];
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
