#Requires -Version 7.4
<#
.SYNOPSIS
    Deregisters old revisions of the task definitions of every family, and keeps the newest revisions and those in use.
.PARAMETER Family
    The families. Accepts wildcards.
.PARAMETER Keep
    The number of newest revisions to keep of each family.
.EXAMPLE
    ./clean-revisions.ps1 -Family shop-* -Keep 5 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Family = '*',
    [ValidateRange(1, 1000)] [int] $Keep = 10
)

$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or built by `dotnet build`. If the next line fails, build first.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }
foreach ($name in Get-EcsTaskDefinitionFamily $Family) {
    $old = @(Unregister-EcsTaskDefinition -Family $name -Keep $Keep -PassThru -Confirm:$false)
    "${name}: $($old.Count) revisions deregistered"
}
