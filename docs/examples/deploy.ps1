#Requires -Version 7.4
<#
.SYNOPSIS
    Deploys an image to a service, and fails if the deployment doesn't complete.
#>
param([Parameter(Mandatory)] [string] $Service, [Parameter(Mandatory)] [string] $Image)

$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or built by `dotnet build`. If the next line fails, build first.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }
$definition = Get-EcsTaskDefinition (Get-EcsService $Service).TaskDefinition
$definition.ContainerDefinitions[0].Image = $Image
$next = $definition | Register-EcsTaskDefinition
Update-EcsService $Service -TaskDefinition $next -Wait
