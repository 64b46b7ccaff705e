#Requires -Version 7.4
<#
.SYNOPSIS
    Deploys an image to a service and waits for it; when it fails, puts the old revision back and fails. For a pipeline.
.DESCRIPTION
    The new revision is like the one that runs but for the image. With -WhatIf it says what would change, and how the rolling update would go.
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
# The module: loaded, installed, or as `dotnet build` lays it out. Run that first if the next line fails.
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
