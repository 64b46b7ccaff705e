#Requires -Version 7.4
<#
.SYNOPSIS
    Runs a service on the local ECS: it's created, updated, drained, scaled, and deleted.
.DESCRIPTION
    The clock of the local ECS advances only when a cmdlet waits, and the seed is fixed, so every run prints the same tables.
    With -Show, a page in the browser shows what happens. The clock then runs ten times as fast as real time, and the figures can vary.
    The script also works on AWS: omit Start-EcsLocal, and Register-EcsContainerInstance, which real agents call themselves.
.PARAMETER Show
    Shows the cluster in the browser.
#>
param([switch] $Show)
$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or built by `dotnet build`. If the next line fails, build first.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }

"`nA local ECS, whose clock advances when a cmdlet waits:"
$clock = if ($Show) { @{ TimeScale = 10 } } else { @{ ManualClock = $true } }
Start-EcsLocal @clock -Seed 1 | Out-Default
Set-EcsContext -Cluster shop

'A cluster:'
New-EcsCluster shop | Out-Default
if ($Show) { Show-EcsCluster }

'Six container instances in three zones:'
$resources = @(
    @{ name = 'CPU'; type = 'INTEGER'; integerValue = 2048 }
    @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 3840 }
    @{ name = 'PORTS'; type = 'STRINGSET'; stringSetValue = '22', '2375', '2376', '51678', '51679' }
)
1..6 | ForEach-Object {
    $zone = @{ name = 'ecs.availability-zone'; value = 'us-east-1' + 'abc'[$_ % 3] }
    Register-EcsContainerInstance -TotalResource $resources -Attribute $zone
} | Out-Default

'A task definition, from a file as the AWS CLI takes it:'
Register-EcsTaskDefinition -CliInputJson "$PSScriptRoot/web.json" | Out-Default

'A service of six tasks, of which half must run at any time:'
$half = @{ minimumHealthyPercent = 50; maximumPercent = 150 }
New-EcsService web -TaskDefinition web -DesiredCount 6 -DeploymentConfiguration $half -Wait | Out-Default
Get-EcsTask -ServiceName web | Out-Default
$settled = (Get-EcsLocal).Time

'A new revision, rolled out:'
$container = @{ name = 'web'; image = 'nginx:1.28'; cpu = 256; memory = 256 }
$next = Register-EcsTaskDefinition web -NetworkMode bridge -ContainerDefinition $container
Get-EcsService web | Update-EcsService -TaskDefinition $next -Wait | Out-Default

'An instance drained; its tasks move on, and the service keeps its minimum:'
$drained = Get-EcsContainerInstance -First 1 | Update-EcsContainerInstanceState -Status DRAINING
Wait-EcsService web | Out-Default
Get-EcsContainerInstance | Out-Default
$drained | Update-EcsContainerInstanceState -Status ACTIVE | Out-Null

'Scaled to nine:'
Update-EcsService web -DesiredCount 9 -Wait | Out-Default
$scaled = (Get-EcsLocal).Time

'Everything removed:'
$started = @(Get-EcsTask -Family web) + @(Get-EcsTask -Family web -DesiredStatus STOPPED)
Remove-EcsService web -Force -Wait -PassThru -Confirm:$false | Out-Default
$stopped = @(Get-EcsTask -Family web -DesiredStatus STOPPED)
Get-EcsContainerInstance | Unregister-EcsContainerInstance -Confirm:$false
Get-EcsTaskDefinition | Unregister-EcsTaskDefinition -Confirm:$false
Remove-EcsCluster shop -Confirm:$false
$took = (Get-EcsLocal).Time - $settled
if ($Show) { $null = Read-Host 'Press Enter to end the page' }
Stop-EcsLocal

# How many ran whenever one was told to stop: between two such moments the number only grows.
$lowest = 6
foreach ($end in $stopped.StoppingAt) {
    if ($end -lt $settled -or $end -gt $scaled) { continue }
    $running = @($stopped | Where-Object { $_.StartedAt -le $end -and $_.StoppingAt -gt $end }).Count
    if ($running -lt $lowest) { $lowest = $running }
}

"$($started.Count) tasks started, $($stopped.Count) stopped; of six desired tasks, at least $lowest ran at any time; $([int] $took.TotalSeconds) s of ECS time."
