#Requires -Version 7.4
<#
.SYNOPSIS
    Runs a migration as a task, waits for its end, and fails when it failed: for the step of a pipeline before a deployment.
.DESCRIPTION
    Start-EcsTask -Wait is an error when the task never started, or an essential container ended with another exit code than 0; it says which, and why.
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
# The module: loaded, installed, or as `dotnet build` lays it out. Run that first if the next line fails.
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
