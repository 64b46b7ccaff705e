# Two clusters that hold the same names, and an object of each kind from cluster two. The session is in cluster one.
$role = 'arn:aws:iam::123456789012:role/r'
$container = @{ name = 'web'; image = 'nginx:1'; cpu = 64; memory = 64; environment = @{ VERSION = '${VERSION}' }; portMappings = @(@{ containerPort = 80; name = 'http'; appProtocol = 'http' }) }
$resources = @{ name = 'CPU'; type = 'INTEGER'; integerValue = 4096 }, @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 8192 }

function New-World {
    $null = Register-EcsTaskDefinition web -TaskRoleArn $role -ContainerDefinition $container
    $null = Register-EcsTaskDefinition other -TaskRoleArn $role -ContainerDefinition $container
    $null = Register-EcsTaskDefinition fargate -NetworkMode awsvpc -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'web'; image = 'nginx:1' }
    $null = Register-EcsTaskDefinition managed -NetworkMode awsvpc -RequiresCompatibility MANAGED_INSTANCES -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'web'; image = 'nginx:1' }
    $agent = Register-EcsDaemonTaskDefinition agent -ContainerDefinition @{ name = 'agent'; image = 'agent:1'; memory = 64 } -Cpu 256 -Memory 512
    $null = Register-EcsDaemonTaskDefinition idle -ContainerDefinition @{ name = 'idle'; image = 'idle:1'; memory = 64 } -Cpu 256 -Memory 512
    $null = New-EcsCapacityProvider cp -AutoScalingGroupProvider @{ autoScalingGroupArn = 'arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/cp' }
    $null = New-EcsGateway front -InfrastructureRoleArn $role -DeletionProtection:$false -Configuration @{ hostSharedAlb = @{} }
    $null = Set-EcsAccountSetting containerInsights -Value enabled
    foreach ($cluster in 'one', 'two') {
        $null = New-EcsCluster $cluster -Tag @{ of = $cluster }
        Set-EcsContext -Cluster $cluster
        $network = @{ awsvpcConfiguration = @{ subnets = 'subnet-1' } }
        $managed = New-EcsCapacityProvider "mi-$cluster" -Cluster $cluster -ManagedInstancesProvider @{ infrastructureRoleArn = $role; instanceLaunchTemplate = @{ ec2InstanceProfileArn = 'arn:aws:iam::123456789012:instance-profile/p'; networkConfiguration = @{ subnets = 'subnet-1' } } }
        $null = Set-EcsClusterCapacityProvider $cluster -CapacityProvider cp, FARGATE, "mi-$cluster" -DefaultCapacityProviderStrategy @()
        $null = Register-EcsContainerInstance -TotalResource $resources -Attribute @{ name = 'rack'; value = 'r1' }, @{ name = 'ecs.availability-zone'; value = 'us-east-1a' } -Tag @{ team = 'ops' }
        $null = Register-EcsContainerInstance -TotalResource $resources -Attribute @{ name = 'rack'; value = 'r2' }, @{ name = 'ecs.availability-zone'; value = 'us-east-1b' } -Tag @{ 'aws:autoscaling:groupName' = 'cp' }
        $null = Add-EcsGatewayCluster front -Cluster $cluster
        $null = Invoke-WebRequest "${url}settle"
        $null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Tag @{ team = 'web' } -GatewayConnector @{ portName = 'http' }
        $null = New-EcsService api -TaskDefinition other -DesiredCount 1
        $null = New-EcsService cap -TaskDefinition other -DesiredCount 1 -CapacityProviderStrategy cp
        $null = New-EcsService managed -TaskDefinition managed -DesiredCount 1 -CapacityProviderStrategy "mi-$cluster" -NetworkConfiguration $network
        $null = New-EcsService ext -DesiredCount 1 -DeploymentController EXTERNAL
        $null = New-EcsTaskSet ext -TaskDefinition web -Scale 100
        $null = New-EcsExpressGatewayService exp -InfrastructureRoleArn $role -ExecutionRoleArn $role -PrimaryContainer @{ image = 'site:1' }
        $null = New-EcsDaemon agent -DaemonTaskDefinition $agent.DaemonTaskDefinitionArn -CapacityProvider $managed.CapacityProviderArn
        $null = Start-EcsTask fargate -LaunchType FARGATE -NetworkConfiguration $network
        $null = Invoke-WebRequest "${url}settle"
    }
}

function Get-Samples {
    $web = Get-EcsService web -Cluster two
    $tasks = @(Get-EcsTask -Cluster two -Include TAGS)
    $task = $tasks.Where({ $_.Group -eq 'service:web' })[0]
    $instances = @(Get-EcsContainerInstance -Cluster two)
    $instance = $instances.Where({ $_.Attributes.Value -contains 'r1' })[0]
    $measures = @(Measure-EcsCluster two)
    [ordered]@{
        Cluster = Get-EcsCluster two
        Service = $web
        ExternalService = Get-EcsService ext -Cluster two
        Deployment = $web.Deployments[0]
        ServiceEvent = @(Get-EcsServiceEvent web -Cluster two)[0]
        ServiceDeployment = @(Get-EcsServiceDeployment web -Cluster two)[0]
        ServiceRevision = @(Get-EcsServiceRevision -Service web -Cluster two)[0]
        TaskSet = Get-EcsTaskSet -Service ext -Cluster two
        ExpressService = Get-EcsExpressGatewayService exp -Cluster two
        Task = $task
        FargateTask = $tasks.Where({ $_.Group -like 'family:*' })[0]
        Container = $task.Containers[0]
        ProtectedTask = Get-EcsTaskProtection $task.TaskArn
        TaskDefinition = Get-EcsTaskDefinition web:1
        TaskDefinitionFamily = Get-EcsTaskDefinitionFamily web
        ContainerInstance = $instance
        Attribute = @(Get-EcsAttribute rack -AttributeValue r1 -Cluster two)[0]
        CapacityProvider = Get-EcsCapacityProvider cp
        ManagedProvider = Get-EcsCapacityProvider mi-two
        Setting = @(Get-EcsAccountSetting containerInsights)[0]
        TagOfService = $web | Get-EcsTag
        TagOfInstance = $instance | Get-EcsTag
        Daemon = Get-EcsDaemon agent -Cluster two
        DaemonDeployment = @(Get-EcsDaemonDeployment -Daemon (Get-EcsDaemon agent -Cluster two).DaemonArn)[0]
        DaemonRevision = Get-EcsDaemonRevision (Get-EcsDaemon agent -Cluster two).CurrentRevisions[0].Arn
        DaemonTaskDefinition = Get-EcsDaemonTaskDefinition agent:1
        Gateway = Get-EcsGateway front
        GatewayCluster = Get-EcsGatewayCluster -Cluster two
        GatewayRoute = Get-EcsGatewayRoute -Cluster two
        ClusterMeasure = $measures.Where({ $_.Kind -eq 'Cluster' })[0]
        ZoneMeasure = $measures.Where({ $_.Kind -eq 'Zone' })[0]
        InstanceMeasure = $measures.Where({ $_.ContainerInstanceArn -eq $instance.ContainerInstanceArn })[0]
        PlacementFit = @(Test-EcsPlacement web -Cluster two)[0]
        ServiceForecast = Test-EcsDeployment $web -TaskDefinition other
        LogLine = [EcsTools.Logs.LogLine]@{ Task = $task.TaskArn; Container = 'web'; Message = 'm' }
        ContainerDefinition = (Get-EcsTaskDefinition web:1).ContainerDefinitions[0]
        Process = Get-Process -Id $PID
        File = Get-Item $PSHOME
        Date = Get-Date
        Hashtable = @{ ServiceName = 'web' }
    }
}

# What a person calls the things whose IDs are made up.
function Get-Labels {
    $gateway = (Get-EcsGateway front).GatewayArn
    "$gateway`tgateway/front"
    foreach ($cluster in 'one', 'two') {
        $counts = @{}
        foreach ($task in Get-EcsTask -Cluster $cluster) {
            $of = ($task.Group -split ':', 2)[-1]
            $number = ++$counts[$of]
            "$($task.TaskArn)`ttask/$cluster/$of-$number"
        }
        foreach ($instance in Get-EcsContainerInstance -Cluster $cluster) {
            "$($instance.ContainerInstanceArn)`tcontainer-instance/$cluster/$($instance.Attributes.Where({ $_.Name -eq 'rack' }).Value ?? 'managed')"
        }
        foreach ($service in Get-EcsService -Cluster $cluster) {
            $name = $service.ServiceName
            foreach ($deployment in $service.Deployments) { "$($deployment.Id)`t$name-deployment" }
            foreach ($revision in $service.CurrentServiceRevisions) { "$($revision.Arn)`tservice-revision/$cluster/$name/$name-revision" }
            foreach ($set in $service.TaskSets) { "$($set.TaskSetArn)`ttask-set/$cluster/$name/ext-set"; "$($set.Id)`text-set" }
            if ($name -ne 'ext') { Get-EcsServiceDeployment $name -Cluster $cluster | ForEach-Object { "$($_.ServiceDeploymentArn)`tservice-deployment/$cluster/$name/deployment" } }
        }
        foreach ($route in Get-EcsGatewayRoute -Cluster $cluster) { "$($route.GatewayRouteArn)`tgateway-route/front/web" }
        $daemon = Get-EcsDaemon agent -Cluster $cluster
        "$($daemon.DeploymentArn)`tdaemon-deployment/$cluster/agent/deployment"
        "$($daemon.DeploymentArn -replace '.*/')`tdaemon-deployment"
        "$($daemon.CurrentRevisions[0].Arn)`tdaemon-revision/$cluster/agent/revision"
    }
}
