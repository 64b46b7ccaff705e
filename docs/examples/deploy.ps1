<#
.SYNOPSIS
    Deploys an image to a service, and fails if the service does not come to run it.
#>
param([Parameter(Mandatory)] [string] $Service, [Parameter(Mandatory)] [string] $Image)

$ErrorActionPreference = 'Stop'
$definition = Get-EcsTaskDefinition (Get-EcsService $Service).TaskDefinition
$definition.ContainerDefinitions[0].Image = $Image
$next = $definition | Register-EcsTaskDefinition
Update-EcsService $Service -TaskDefinition $next -Wait
