#Requires -Version 7.4
<#
.SYNOPSIS
    Creates a small cluster on the local ECS: the state in which the examples of the help pages start.
.DESCRIPTION
    The cluster has three container instances in three zones, two services, and a task definition for Fargate.
    Its manual clock is advanced by Step-EcsLocal.
#>
$ErrorActionPreference = 'Stop'
# The module: loaded, installed, or built by `dotnet build`. If the next line fails, build first.
if (-not (Get-Command Start-EcsLocal -ErrorAction Ignore)) { Import-Module "$PSScriptRoot/../../out/EcsTools" -ErrorAction Stop }
$null = Start-EcsLocal -ManualClock -Seed 1
Set-EcsContext -Cluster shop
$null = New-EcsCluster shop -Tag @{ team = 'shop' }

$resources = @(
    @{ name = 'CPU'; type = 'INTEGER'; integerValue = 2048 }
    @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 7680 }
    @{ name = 'PORTS'; type = 'STRINGSET'; stringSetValue = '22', '2375', '2376', '51678', '51679' }
)
foreach ($zone in 'a', 'b', 'c') {
    $document = '{"region":"us-east-1","availabilityZone":"us-east-1' + $zone + '","instanceId":"i-0abc0000000000' + $zone + '","instanceType":"m5.large"}'
    $null = Register-EcsContainerInstance -InstanceIdentityDocument $document -TotalResource $resources -VersionInfo @{ agentVersion = '1.99.0' }
}

$web = @{ name = 'web'; image = 'shop/web:1.0'; cpu = 256; memory = 512; portMappings = @(@{ containerPort = 8080 }) }
$null = Register-EcsTaskDefinition web -NetworkMode bridge -TaskRoleArn 'arn:aws:iam::123456789012:role/web' -ContainerDefinition $web
$null = Register-EcsTaskDefinition worker -ContainerDefinition @{ name = 'worker'; image = 'shop/worker:1.0'; cpu = 128; memory = 256 }
$null = Register-EcsTaskDefinition migrate -NetworkMode awsvpc -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'migrate'; image = 'shop/migrate:1.0' }

$null = New-EcsService web -TaskDefinition web -DesiredCount 3
$null = New-EcsService worker -TaskDefinition worker -DesiredCount 2
$null = Step-EcsLocal

# A revision that is registered but not deployed yet.
$web.image = 'shop/web:1.1'
$null = Register-EcsTaskDefinition web -NetworkMode bridge -TaskRoleArn 'arn:aws:iam::123456789012:role/web' -ContainerDefinition $web
