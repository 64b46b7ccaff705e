using System.Diagnostics;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Shell;

/// <summary>A PowerShell process as <c>dotnet run --project src/EcsTools.Host</c> starts it: no profile, the module on its path. All its streams are redirected.</summary>
internal sealed class Pwsh : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Process process;

    public Pwsh(params string[] arguments)
        : this(["exec", EcsPrompt.Metadata("Pwsh"), "-NoLogo", "-NoProfile"], arguments)
    {
    }

    private Pwsh(string[] command, string[] arguments) => process = Process.Start(StartInfo([.. command, .. arguments]))!;

    public StreamWriter Input => process.StandardInput;

    /// <summary>Runs PowerShell to its end, with no input.</summary>
    public static async Task<PwshResult> RunAsync(params string[] arguments)
    {
        using var pwsh = new Pwsh(arguments);
        return await pwsh.EndAsync();
    }

    /// <summary>Runs the README's command, after a build.</summary>
    public static async Task<PwshResult> RunHostAsync(params string[] arguments)
    {
        using var pwsh = new Pwsh(["run", "--no-build", "--project", "src/EcsTools.Host", "--"], arguments);
        return await pwsh.EndAsync();
    }

    /// <summary>The next line of the output, as soon as it is there; null at its end.</summary>
    public Task<string?> ReadLineAsync() => WithPatience(async patience => await process.StandardOutput.ReadLineAsync(patience));

    /// <summary>Sends a signal, such as INT, which is what Ctrl+C sends.</summary>
    public async Task SendAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Closes the input, and returns what was not read yet when the process has ended.</summary>
    public Task<PwshResult> EndAsync() => WithPatience(async patience =>
    {
        Input.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience), process.StandardError.ReadToEndAsync(patience));
        await process.WaitForExitAsync(patience);
        return new PwshResult(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    });

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static async Task<T> WithPatience<T>(Func<CancellationToken, Task<T>> wait)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        return await wait(patience.Token);
    }

    public static ProcessStartInfo StartInfo(string[] command)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        // A test run in the background of a shell ignores SIGINT, and so would the processes that it starts.
        var start = OperatingSystem.IsLinux() ? new ProcessStartInfo("env", ["--default-signal=INT", dotnet, .. command]) : new ProcessStartInfo(dotnet, command);
        start.WorkingDirectory = EcsPrompt.Metadata("Repository");
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["PSModulePath"] = EcsPrompt.Metadata("PwshModules");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["DOTNET_JITMinOpts"] = "1"; // no optimization: most of the time of these processes is the compilation of script blocks that run a few times
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }
}

/// <summary>The result of a PowerShell process.</summary>
internal sealed record PwshResult(int ExitCode, string Output, string Error);
