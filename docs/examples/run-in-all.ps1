#Requires -Version 7.4
<#
.SYNOPSIS
    Runs a command in every task of a service, for example to flush a cache, and fails if it fails in one of them.
.PARAMETER Service
    The service.
.PARAMETER Command
    The command, as a shell takes it.
.PARAMETER Container
    The container, for tasks with several.
.PARAMETER AtOnce
    In how many tasks it runs at the same time.
.EXAMPLE
    ./run-in-all.ps1 web 'php artisan cache:clear' -AtOnce 5
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Service,
    [Parameter(Mandatory)] [string] $Command,
    [string] $Container,
    [ValidateRange(1, 100)] [int] $AtOnce = 10
)

$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or built by `dotnet build`. If the next line fails, build first.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }
$tasks = @(Get-EcsTask -ServiceName $Service)
if (-not $tasks) { throw "Service $Service has no task." }

$where = if ($Container) { @{ Container = $Container } } else { @{} }
# One task that fails does not keep the others from running the command.
$results = @($tasks | Invoke-EcsCommand $Command @where -ThrottleLimit $AtOnce -ErrorAction SilentlyContinue -ErrorVariable problems)
foreach ($result in $results) { "$($result.Task.Split('/')[-1].Substring(0, 8)): exit code $($result.ExitCode) $($result.Output -join ' ')".TrimEnd() }
if ($problems) { throw "The command failed in $($problems.Count) of $($tasks.Count) tasks of $Service`: $($problems[0])" }
