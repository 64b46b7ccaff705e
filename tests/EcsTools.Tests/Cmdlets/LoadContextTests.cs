using EcsTools.Tests.Shell;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The module shares a process with other AWS modules. Each test is a process of its own, because a loaded assembly stays loaded.</summary>
public sealed class LoadContextTests
{
    [Fact]
    public async Task Importing_the_module_loads_no_assembly_of_the_aws_sdk_and_neither_client_nor_local_ecs()
    {
        var result = await Pwsh.RunAsync("-Command", """
            Import-Module EcsTools
            $null = Get-Command -Module EcsTools
            [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match '^(AWSSDK|EcsTools)' | Sort-Object
            """);
        Assert.Equal(new PwshResult(0, "EcsTools\nEcsTools.Model\n", ""), result);
    }

    [Fact]
    public async Task The_example_works_beside_another_release_of_the_aws_sdk()
    {
        var result = await Pwsh.RunAsync("-Command", $$"""
            $null = [Reflection.Assembly]::LoadFrom('{{EcsPrompt.Metadata("OtherAwsSdk")}}')
            docs/examples/rolling-update.ps1 -TimeScale 300
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'AWSSDK.Core' } | ForEach-Object {
                "$([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name) $([Diagnostics.FileVersionInfo]::GetVersionInfo($_.Location).FileVersion)"
            }
            """);
        Assert.Equal("", result.Error);
        Assert.Contains("tasks started", result.Output, StringComparison.Ordinal);
        Assert.Contains("Default 4.0.102.19", result.Output, StringComparison.Ordinal);
        Assert.Contains("EcsTools.Client 4.1.0", result.Output, StringComparison.Ordinal);
    }
}
