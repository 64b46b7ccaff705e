#Requires -Version 7.4
<#
.SYNOPSIS
    Deploys an image to a service and waits. If the deployment fails, the script restores the previous revision and fails. Use it in a pipeline.
.DESCRIPTION
    The new revision is a copy of the running revision with the new image. -WhatIf shows the changes and the predicted rolling update.
.PARAMETER Cluster
    The cluster.
.PARAMETER Service
    The service.
.PARAMETER Image
    The container and its new image, as in web=shop/web:1.1.
.EXAMPLE
    ./deploy-with-rollback.ps1 shop web web=shop/web:1.1
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $Cluster,
    [Parameter(Mandatory)] [string] $Service,
    [Parameter(Mandatory)] [string[]] $Image,
    [timespan] $Timeout = '00:15:00'
)

$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or built by `dotnet build`. If the next line fails, build first.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }
try {
    $deployed = Update-EcsService $Service -Cluster $Cluster -Image $Image -Wait -RollbackOnFailure -Timeout $Timeout
    if ($deployed) { "$Service runs $($deployed.TaskDefinition.Split('/')[-1]): $($deployed.RunningCount) tasks." }
}
catch {
    "Not deployed. $_"
    $_.ErrorDetails.RecommendedAction
    exit 1
}
