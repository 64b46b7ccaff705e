#Requires -Version 7.4
<#
.SYNOPSIS
    Replaces the container instances of a cluster, one Availability Zone at a time, and stops at the first zone that can't be drained.
.DESCRIPTION
    The script drains the instances of a zone, waits until they have no tasks, and deregisters them. The code that starts new instances, with an
    Auto Scaling group or a pipeline, is in -Replace. The script continues with the next zone when all services are stable again.
.PARAMETER Cluster
    The cluster.
.PARAMETER Replace
    What is done with the instances of a zone when they are empty; it gets them as $args[0]. They are deregistered afterwards.
.PARAMETER Timeout
    How long a zone may take to drain.
.EXAMPLE
    ./replace-instances.ps1 shop -Replace { foreach ($one in $args[0]) { Stop-EC2Instance -InstanceId $one.Ec2InstanceId -Terminate } }
#>
param(
    [Parameter(Mandatory)] [string] $Cluster,
    [scriptblock] $Replace = {},
    [timespan] $Timeout = '00:30:00'
)

$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or built by `dotnet build`. If the next line fails, build first.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }
$old = @(Get-EcsContainerInstance -Cluster $Cluster -Status ACTIVE)
$zones = [System.Linq.Enumerable]::Distinct([string[]] @($old | ForEach-Object { ($_.Attributes | Where-Object Name -EQ 'ecs.availability-zone').Value }))

foreach ($zone in $zones) {
    $instances = @($old | Where-Object { ($_.Attributes | Where-Object Name -EQ 'ecs.availability-zone').Value -eq $zone })
    "${zone}: draining $($instances.Count) instances"
    $null = $instances | Update-EcsContainerInstanceState -Status DRAINING -Wait -Timeout $Timeout
    & $Replace $instances
    $instances | Unregister-EcsContainerInstance -Confirm:$false
    $null = Get-EcsService -Cluster $Cluster | Wait-EcsService -Timeout $Timeout
    "${zone}: done"
}
