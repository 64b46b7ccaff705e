#Requires -Version 7.4
<#
.SYNOPSIS
    Builds EcsTools, and tests, documents, packs and measures it.
.DESCRIPTION
    Without a PowerShell of your own, run dotnet run --project src/EcsTools.Host -- build.ps1 -Task Test.
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

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { Invoke-Test }
    'Docs' { Invoke-Project src EcsTools.Docs }
    'Pack' { Invoke-Pack }
    'Bench' { Invoke-Project tests EcsTools.Benchmarks }
}
