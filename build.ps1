<#
.SYNOPSIS
    Builds EcsTools and does what belongs to building it.
.DESCRIPTION
    Runs in pwsh and in the project's own host (dotnet run --project src/EcsTools.Host -- build.ps1 -Task Test),
    and so keeps to the engine's core cmdlets, the language and .NET.
.PARAMETER Task
    Build lays out out/EcsTools. Test runs every test. Docs, Pack and Bench make the help, the package and the figures.
.PARAMETER Configuration
    Release or Debug.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Docs', 'Pack', 'Bench')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$solution = [IO.Path]::Combine($PSScriptRoot, 'EcsTools.sln')

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "'dotnet $args' ended with exit code $LASTEXITCODE."
    }
}

function Invoke-Build {
    Invoke-DotNet build $solution --configuration $Configuration --nologo
}

function Invoke-Test {
    # The test runner's setting is in global.json, which dotnet looks for from the current folder.
    $folder = Get-Location
    Set-Location $PSScriptRoot
    try { Invoke-DotNet test --solution $solution --configuration $Configuration }
    finally { Set-Location $folder }
    Invoke-PesterTest
}

# Pester needs pwsh's own modules. Without them 'dotnet test' has run the same files already.
function Invoke-PesterTest {
    $files = [IO.Path]::Combine($PSScriptRoot, 'tests', 'Pester')
    if ($Host.Name -eq 'EcsTools.Host' -or -not [IO.Directory]::Exists($files) -or -not (Get-Module -Name Pester -ListAvailable)) {
        return
    }

    Import-Module -Name Pester -MinimumVersion 5.0
    $result = Invoke-Pester -Path $files -PassThru
    if ($result.FailedCount -gt 0) {
        throw "$($result.FailedCount) Pester tests failed."
    }
}

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { Invoke-Test }
    'Docs' { throw 'There are no cmdlet pages in docs/ yet to build the help from.' }
    'Pack' { throw 'There is no help and no release yet to make a package of.' }
    'Bench' { Invoke-DotNet run --project ([IO.Path]::Combine($PSScriptRoot, 'tests', 'EcsTools.Benchmarks')) --configuration Release }
}
