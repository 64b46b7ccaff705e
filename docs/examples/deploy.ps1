#Requires -Version 7.4
<#
.SYNOPSIS
    Deploys an image to a service, and fails if the service does not come to run it.
#>
param([Parameter(Mandatory)] [string] $Service, [Parameter(Mandatory)] [string] $Image)

$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or as `dotnet build` lays it out. Run that first if the next line fails.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }
$definition = Get-EcsTaskDefinition (Get-EcsService $Service).TaskDefinition
$definition.ContainerDefinitions[0].Image = $Image
$next = $definition | Register-EcsTaskDefinition
Update-EcsService $Service -TaskDefinition $next -Wait
