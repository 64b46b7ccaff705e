using System.Diagnostics;
using System.Reflection;

namespace EcsTools.Tests.Host;

/// <summary>Runs the built host as a process, in a folder of the test's own, with a small module in the place of EcsTools.</summary>
public abstract class HostTest : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string HostAssembly = typeof(HostTest).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "HostAssembly").Value!;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-host-");

    protected HostTest()
    {
        WriteFile("EcsTools.psd1", "@{ RootModule = 'EcsTools.psm1'; ModuleVersion = '0.1.0'; PowerShellVersion = '7.4'; FunctionsToExport = '*' }");
        WriteFile("EcsTools.psm1", """
            function Remove-Thing {
                [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
                param([Parameter(Mandatory, ValueFromPipeline)] [string] $Name)
                process { if ($PSCmdlet.ShouldProcess($Name, 'Remove the thing')) { "removed $Name" } }
            }

            function Write-ThingError {
                [CmdletBinding()]
                param()
                $record = [Management.Automation.ErrorRecord]::new([Exception]::new('raw'), 'ThingNotFound', 'ObjectNotFound', 'web')
                $record.ErrorDetails = 'The thing web was not found.'
                $record.ErrorDetails.RecommendedAction = 'Create it first.'
                $PSCmdlet.WriteError($record)
            }

            function Write-ThingProgress {
                [CmdletBinding()]
                param()
                foreach ($percent in 10, 60, 100) {
                    $record = [Management.Automation.ProgressRecord]::new(1, 'Deploying', 'step')
                    $record.PercentComplete = $percent
                    $PSCmdlet.WriteProgress($record)
                }
            }
            """);
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string PathOf(string file) => Path.Combine(folder.FullName, file);

    protected string WriteFile(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    protected Task<HostResult> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    protected async Task<HostResult> RunWithInputAsync(string input, params string[] arguments)
    {
        using Process process = Start(StartInfo(arguments));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await ResultAsync(process);
    }

    /// <summary>How the host would be started: redirected on all sides, at the usual width, without the colour settings of whoever runs the tests.</summary>
    protected ProcessStartInfo StartInfo(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [HostAssembly, .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ECSTOOLS_MODULE"] = PathOf("EcsTools.psd1");
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("COLUMNS");
        start.Environment.Remove("NO_COLOR");
        return start;
    }

    protected static Process Start(ProcessStartInfo start) => Process.Start(start)!;

    protected static async Task<HostResult> ResultAsync(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new HostResult(process.ExitCode, Lines(await output), Lines(await error));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}

/// <summary>What a run of the host came to.</summary>
public sealed record HostResult(int ExitCode, string Output, string Error);
