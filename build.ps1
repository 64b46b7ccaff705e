<#
.SYNOPSIS
    Builds EcsTools and does what belongs to building it.
.DESCRIPTION
    Runs in pwsh and in the project's own host (dotnet run --project src/EcsTools.Host -- build.ps1 -Task Test),
    and so keeps to the engine's core cmdlets, the language and .NET.
.PARAMETER Task
    Build lays out out/EcsTools. Test runs every test. Docs, Pack and Bench make the help, the package and the figures.
    Fuzz and Soak try the local ECS for a long time.
.PARAMETER Configuration
    Release or Debug.
.PARAMETER Minutes
    How long Fuzz or Soak works. A run in CI takes some seconds.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Docs', 'Pack', 'Bench', 'Fuzz', 'Soak')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [double] $Minutes = 60
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

# The module is laid out anew for it: out/EcsTools may hold what an earlier build left.
function Invoke-Pack {
    $module = [IO.Path]::Combine($PSScriptRoot, 'out', 'pack', 'EcsTools') + [IO.Path]::DirectorySeparatorChar
    if ([IO.Directory]::Exists($module)) { [IO.Directory]::Delete($module, $true) }
    Invoke-DotNet build ([IO.Path]::Combine($PSScriptRoot, 'src', 'EcsTools')) --configuration Release --nologo "-p:ModuleFolder=$module"
    Invoke-DotNet run --project ([IO.Path]::Combine($PSScriptRoot, 'src', 'EcsTools.Pack')) --configuration Release -- $module ([IO.Path]::Combine($PSScriptRoot, 'out', 'packages'))
}

# The same tests as in CI, for as long as is asked.
function Invoke-Long([string] $Variable, [string] $Class) {
    [Environment]::SetEnvironmentVariable($Variable, $Minutes)
    try { Invoke-DotNet run --project ([IO.Path]::Combine($PSScriptRoot, 'tests', 'EcsTools.Tests')) --configuration $Configuration -- -class $Class -showLiveOutput }
    finally { [Environment]::SetEnvironmentVariable($Variable, $null) }
}

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { Invoke-Test }
    'Docs' { Invoke-DotNet run --project ([IO.Path]::Combine($PSScriptRoot, 'src', 'EcsTools.Docs')) --configuration $Configuration }
    'Pack' { Invoke-Pack }
    'Bench' { Invoke-DotNet run --project ([IO.Path]::Combine($PSScriptRoot, 'tests', 'EcsTools.Benchmarks')) --configuration Release }
    'Fuzz' { Invoke-Long ECSTOOLS_FUZZ_MINUTES '*FuzzTests' }
    'Soak' { Invoke-Long ECSTOOLS_SOAK_MINUTES '*SoakTests' }
}
