using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using EcsTools.Local.Http;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Pack;

/// <summary>The package of the local ECS, which <c>dotnet pack</c> makes once for all its tests.</summary>
public sealed class LocalPackage : IAsyncLifetime
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("ecstools-nuget-");

    /// <summary>Its file.</summary>
    public string File { get; private set; } = "";

    /// <summary>The folder with all that is in it.</summary>
    public string Folder => Path.Combine(temporary.FullName, "content");

    public async ValueTask InitializeAsync()
    {
        var source = Path.Combine(EcsPrompt.Metadata("Repository"), "src", "EcsTools.Local");
        var configuration = typeof(EcsLocalServer).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        using var pack = Process.Start(new ProcessStartInfo("dotnet", ["pack", source, "--no-build", "--nologo", "-v", "q", "-c", configuration, "-o", temporary.FullName]) { RedirectStandardOutput = true })!;
        var said = await pack.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await pack.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(pack.ExitCode == 0, said);
        File = Assert.Single(Directory.GetFiles(temporary.FullName, "*.nupkg"));
        await ZipFile.ExtractToDirectoryAsync(File, Folder, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        temporary.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
