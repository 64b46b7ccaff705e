#Requires -Version 7.4
<#
.SYNOPSIS
    Builds EcsTools, and tests, documents, packs and measures it.
.DESCRIPTION
    Without a PowerShell of your own, run dotnet run --project src/EcsTools.Host -- build.ps1 -Task Test.
.PARAMETER Task
    Build lays out out/EcsTools. Test runs every test. Docs, Pack and Bench make the help, the package and the figures.
    Fuzz and Soak try the local ECS for a long time, and Page the page of Show-EcsCluster in a browser. Interrupt stops pipelines, closes runspaces and kills processes at many moments.
.PARAMETER Configuration
    Release or Debug.
.PARAMETER Minutes
    How long Fuzz, Soak or Page works. A run in CI takes some seconds.
.PARAMETER Moments
    How many interruptions of each kind Interrupt tries. A run in CI tries 40 stops, 6 closed runspaces and 3 killed processes.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Docs', 'Pack', 'Bench', 'Fuzz', 'Soak', 'Page', 'Interrupt')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [double] $Minutes = 60,

    [int] $Moments = 200
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot EcsTools.sln

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
    Push-Location $PSScriptRoot
    try { Invoke-DotNet test --solution $solution --configuration $Configuration }
    finally { Pop-Location }
}

# The folder is emptied first: it may hold files of an earlier build.
function Invoke-Pack {
    $module = Join-Path $PSScriptRoot out pack EcsTools
    Remove-Item $module -Recurse -Force -ErrorAction Ignore
    Invoke-DotNet build (Join-Path $PSScriptRoot src EcsTools) --configuration Release --nologo "-p:ModuleFolder=$module/"
    Invoke-Project src EcsTools.Pack $module (Join-Path $PSScriptRoot out packages)
}

function Invoke-Project([string] $Folder, [string] $Name) {
    Invoke-DotNet run --project (Join-Path $PSScriptRoot $Folder $Name) --configuration Release -- @args
}

# The same tests as in CI, for as long or as often as is asked.
function Invoke-Long([string] $Variable, $Value, [string[]] $Class) {
    [Environment]::SetEnvironmentVariable($Variable, $Value)
    $classes = $Class | ForEach-Object { '-class', $_ }
    try { Invoke-DotNet run --project ([IO.Path]::Combine($PSScriptRoot, 'tests', 'EcsTools.Tests')) --configuration $Configuration -- @classes -showLiveOutput }
    finally { [Environment]::SetEnvironmentVariable($Variable, $null) }
}

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { Invoke-Test }
    'Docs' { Invoke-Project src EcsTools.Docs }
    'Pack' { Invoke-Pack }
    'Bench' { Invoke-Project tests EcsTools.Benchmarks }
    'Fuzz' { Invoke-Long ECSTOOLS_FUZZ_MINUTES $Minutes '*FuzzTests' }
    'Soak' { Invoke-Long ECSTOOLS_SOAK_MINUTES $Minutes '*SoakTests' }
    'Page' { Invoke-Long ECSTOOLS_PAGE_MINUTES $Minutes '*OpenPageTests', '*LargePageTests' }
    'Interrupt' { Invoke-Long ECSTOOLS_MOMENTS $Moments '*InterruptionTests', '*KillTests' }
}
