#Requires -Version 7.4
<#
.SYNOPSIS
    Runs a migration as a task, waits until it has stopped, and fails if the migration failed. Use it in a pipeline before a deployment.
.DESCRIPTION
    Start-EcsTask -Wait writes an error with the reason if the task never started, or if an essential container exited with a code other than 0.
.PARAMETER Cluster
    The cluster.
.PARAMETER TaskDefinition
    The family, or family:revision, of the migration.
.PARAMETER Subnet
    The subnets of a task with a network interface of its own.
.EXAMPLE
    ./migrate.ps1 shop migrate -Subnet subnet-0a1b2c3d
#>
param(
    [Parameter(Mandatory)] [string] $Cluster,
    [Parameter(Mandatory)] [string] $TaskDefinition,
    [string[]] $Subnet,
    [timespan] $Timeout = '00:30:00'
)

$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or built by `dotnet build`. If the next line fails, build first.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }
$how = @{ Cluster = $Cluster; TaskDefinition = $TaskDefinition; Timeout = $Timeout }
if ($Subnet) {
    $how.LaunchType = 'FARGATE'
    $how.NetworkConfiguration = @{ awsvpcConfiguration = @{ subnets = $Subnet } }
}

try {
    $task = Start-EcsTask @how -Wait
    "Migrated by task $($task.Id)."
}
catch {
    "Not migrated. $_"
    exit 1
}
