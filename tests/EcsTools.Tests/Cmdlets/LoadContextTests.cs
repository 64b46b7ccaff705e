using EcsTools.Tests.Host;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The module shares a process with other AWS modules. Each test is a process of its own: what is loaded stays loaded.</summary>
public sealed class LoadContextTests : HostTest
{
    private const string ListAwsAssemblies = """
        [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName() } | Where-Object Name -Like AWSSDK* | ForEach-Object { "$($_.Name)" }
        """;

    [Fact]
    public async Task Importing_the_module_loads_no_assembly_of_the_aws_sdk_and_neither_client_nor_local_ecs()
    {
        var result = await RunModuleAsync("-Command", $"Import-Module '{EcsPrompt.ModulePath}'; Get-Command -Module EcsTools | Out-Null; {ListAwsAssemblies}; "
            + "[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -like 'EcsTools*' }");
        Assert.Equal("", result.Error);
        Assert.Equal(["EcsTools", "EcsTools.Host", "EcsTools.Model"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_example_works_beside_another_release_of_the_aws_sdk()
    {
        var other = EcsPrompt.Metadata("OtherAwsSdk");
        var script = WriteFile("beside.ps1", $$"""
            $other = [Reflection.Assembly]::LoadFrom('{{other}}')
            & '{{EcsPrompt.Metadata("Repository")}}docs/examples/rolling-update.ps1' -TimeScale 300
            $all = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'AWSSDK.Core' }
            $all | ForEach-Object { "$([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name) $([Diagnostics.FileVersionInfo]::GetVersionInfo($_.Location).FileVersion)" }
            """);
        var result = await RunModuleAsync(script);
        Assert.Equal("", result.Error);
        Assert.Contains("tasks started", result.Output, StringComparison.Ordinal);
        Assert.Contains("Default 4.0.102.19", result.Output, StringComparison.Ordinal);
        Assert.Contains("EcsTools.Client 4.1.0", result.Output, StringComparison.Ordinal);
    }

    private async Task<HostResult> RunModuleAsync(params string[] arguments)
    {
        var start = StartInfo(arguments);
        start.Environment["ECSTOOLS_MODULE"] = EcsPrompt.ModulePath;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        using var process = Start(start);
        process.StandardInput.Close();
        return await ResultAsync(process);
    }
}
