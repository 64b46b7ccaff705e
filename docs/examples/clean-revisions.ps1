#Requires -Version 7.4
<#
.SYNOPSIS
    Deregisters old revisions of task definitions, of every family, and keeps the newest and whatever is in use.
.PARAMETER Family
    The families, with wildcards.
.PARAMETER Keep
    How many of the newest revisions of each family stay.
.EXAMPLE
    ./clean-revisions.ps1 -Family shop-* -Keep 5 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Family = '*',
    [ValidateRange(1, 1000)] [int] $Keep = 10
)

$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or as `dotnet build` lays it out. Run that first if the next line fails.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }
foreach ($name in Get-EcsTaskDefinitionFamily $Family) {
    $old = @(Unregister-EcsTaskDefinition -Family $name -Keep $Keep -PassThru -Confirm:$false)
    "${name}: $($old.Count) revisions deregistered"
}
