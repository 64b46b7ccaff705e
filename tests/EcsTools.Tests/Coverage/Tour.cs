using EcsTools.Tests.Fuzz;

namespace EcsTools.Tests.Coverage;

/// <summary>One of each resource of the local ECS: requests that all succeed. A number is a number of seconds to wait.</summary>
internal static class Tour
{
    private const string Here = "arn:aws:ecs:us-east-1:123456789012", Role = "arn:aws:iam::123456789012:role/r";

    private const string Network = """ "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"], "securityGroups": ["sg-1"] } } """;

    private const string Balancer = """
        "loadBalancers": [{ "targetGroupArn": "blue", "containerName": "app", "containerPort": 80,
          "advancedConfiguration": { "alternateTargetGroupArn": "green", "productionListenerRule": "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/1/2/3", "roleArn": "role" } }]
        """;

    public static IEnumerable<FuzzStep> Steps =>
    [
        .. FuzzEpisode.Begin(),

        // The account, clusters, instances.
        new("PutAccountSetting", """{ "name": "awsvpcTrunking", "value": "enabled" }"""),
        new("DeleteAccountSetting", """{ "name": "awsvpcTrunking" }"""),
        new("PutAccountSettingDefault", """{ "name": "containerInsights", "value": "enabled" }"""),
        new("CreateCluster", """{ "clusterName": "second", "configuration": { "executeCommandConfiguration": { "logging": "DEFAULT" } }, "serviceConnectDefaults": { "namespace": "shop" }, "tags": [{ "key": "a", "value": "b" }] }"""),
        new("UpdateCluster", """{ "cluster": "second", "settings": [{ "name": "containerInsights", "value": "enhanced" }] }"""),
        new("UpdateClusterSettings", """{ "cluster": "second", "settings": [{ "name": "containerInsights", "value": "disabled" }] }"""),
        new("RegisterContainerInstance", """{ "cluster": "default", "totalResources": [{ "name": "CPU", "type": "INTEGER", "integerValue": 4096 }, { "name": "MEMORY", "type": "INTEGER", "integerValue": 8192 }], "versionInfo": { "agentVersion": "1.60.0" }, "attributes": [{ "name": "ecs.instance-type", "value": "m5.large" }], "tags": [{ "key": "a", "value": "b" }] }"""),
        new("UpdateContainerAgent", """{ "containerInstance": "«container-instance:0»" }"""),
        new("PutAttributes", """{ "attributes": [{ "name": "rack", "value": "1", "targetId": "«container-instance:0»" }] }"""),
        new("UpdateCapacityProvider", """{ "name": "p1", "autoScalingGroupProvider": { "managedScaling": { "targetCapacity": 90 } } }"""),
        new("UpdateCapacityProvider", $$"""{ "name": "mi", "cluster": "default", "managedInstancesProvider": { "infrastructureRoleArn": "{{Role}}", "propagateTags": "NONE", "infrastructureOptimization": { "scaleInAfter": -1 }, "autoRepairConfiguration": { "actionsStatus": "ENABLED" }, "instanceLaunchTemplate": {} } }"""),

        new("CreateCapacityProvider", """{ "name": "p2", "autoScalingGroupProvider": { "autoScalingGroupArn": "asg2" } }"""),
        new("DescribeCapacityProviders", """{ "maxResults": 1 }"""),
        new("DeleteCapacityProvider", """{ "capacityProvider": "p2" }"""),
        new("UpdateCluster", """{ "cluster": "default", "configuration": { "managedStorageConfiguration": { "fargateEphemeralStorageKmsKeyId": "key" } } }"""),

        // Task definitions.
        new("RegisterTaskDefinition", $$"""{ "family": "all", "taskRoleArn": "{{Role}}", "executionRoleArn": "{{Role}}", "pidMode": "task", "ipcMode": "task", "enableFaultInjection": true, "tags": [{ "key": "a", "value": "b" }], "containerDefinitions": [{ "name": "app", "image": "app:1", "memory": 20, "memoryReservation": 10, "portMappings": [{ "name": "http", "containerPort": 80 }] }] }"""),
        new("RegisterTaskDefinition", """{ "family": "big", "taskRoleArn": "arn:aws:iam::123456789012:role/r", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512", "ephemeralStorage": { "sizeInGiB": 30 }, "runtimePlatform": { "cpuArchitecture": "ARM64" }, "containerDefinitions": [{ "name": "app", "image": "app:1", "portMappings": [{ "name": "http", "containerPort": 80 }], "healthCheck": { "command": ["CMD", "true"], "interval": 5 } }], "proxyConfiguration": { "containerName": "app", "properties": [{ "name": "AppPorts", "value": "1" }, { "name": "EgressIgnoredIPs", "value": "1" }, { "name": "ProxyIngressPort", "value": "1" }, { "name": "ProxyEgressPort", "value": "1" }, { "name": "IgnoredUID", "value": "1" }] } }"""),
        new("RegisterTaskDefinition", """{ "family": "ebs", "volumes": [{ "name": "data", "configuredAtLaunch": true }], "containerDefinitions": [{ "name": "app", "image": "app:1", "memory": 20, "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }] }] }"""),
        new("RegisterTaskDefinition", """{ "family": "gone", "containerDefinitions": [{ "name": "app", "image": "app:1", "memory": 20 }] }"""),
        new("DeregisterTaskDefinition", """{ "taskDefinition": "gone:1" }"""),
        new("DeleteTaskDefinitions", """{ "taskDefinitions": ["gone:1", "nothing:1"] }"""),
        new("ListTaskDefinitions", """{ "maxResults": 1 }"""),
        new("ListTaskDefinitionFamilies", """{ "maxResults": 1 }"""),

        // Services that ECS rolls out.
        new("CreateService", $$"""{ "serviceName": "blue", "taskDefinition": "all", "desiredCount": 1, "launchType": "EC2", {{Balancer}}, "monitoring": { "metricConfigurations": [{ "metricNames": ["CPUUtilization"], "resolutionSeconds": 60 }] }, "tags": [{ "key": "a", "value": "b" }] }"""),
        new("CreateService", """{ "serviceName": "conn", "taskDefinition": "all", "desiredCount": 1, "launchType": "EC2", "serviceConnectConfiguration": { "enabled": true, "namespace": "shop", "services": [{ "portName": "http", "clientAliases": [{ "port": 80 }] }] }, "vpcLatticeConfigurations": [{ "roleArn": "role", "targetGroupArn": "tg", "portName": "http" }], "serviceRegistries": [{ "registryArn": "reg", "containerName": "app", "containerPort": 80 }] }"""),
        new("CreateService", """{ "serviceName": "conn2", "taskDefinition": "all", "desiredCount": 0, "launchType": "EC2", "serviceConnectConfiguration": { "enabled": true, "namespace": "shop" } }"""),
        new("CreateService", """{ "serviceName": "ebs", "taskDefinition": "ebs", "desiredCount": 1, "launchType": "EC2", "volumeConfigurations": [{ "name": "data", "managedEBSVolume": { "roleArn": "role", "sizeInGiB": 10 } }] }"""),
        new("CreateService", $$"""{ "serviceName": "far", "taskDefinition": "big", "desiredCount": 1, "launchType": "FARGATE", {{Network}} }"""),
        new("CreateService", """{ "serviceName": "split", "taskDefinition": "web", "desiredCount": 1, "capacityProviderStrategy": [{ "capacityProvider": "p1", "weight": 1 }] }"""),
        new("60", ""),
        new("UpdateService", """{ "service": "blue", "forceNewDeployment": true, "deploymentConfiguration": { "strategy": "BLUE_GREEN", "bakeTimeInMinutes": 1, "alarms": { "enable": true, "rollback": true, "alarmNames": ["errors"] }, "lifecycleHooks": [{ "hookTargetArn": "arn:aws:lambda:us-east-1:123456789012:function:f", "roleArn": "arn:aws:iam::123456789012:role/r", "lifecycleStages": ["PRE_SCALE_UP"] }, { "targetType": "PAUSE", "lifecycleStages": ["POST_TEST_TRAFFIC_SHIFT"], "timeoutConfiguration": { "timeoutInMinutes": 30, "action": "ROLLBACK" } }] } }"""),
        .. Enumerable.Range(0, 8).SelectMany(_ => Watched),
        new("ContinueServiceDeployment", """{ "serviceDeploymentArn": "«service-deployment:1»", "hookId": "«hook»", "action": "CONTINUE" }"""),
        new("DescribeServices", """{ "services": ["blue"], "include": ["TAGS"] }"""),
        new("StopServiceDeployment", """{ "serviceDeploymentArn": "«service-deployment:1»" }"""),
        new("30", ""),
        new("DescribeServiceDeployments", """{ "serviceDeploymentArns": ["«service-deployment:0»", "«service-deployment:1»", "arn:aws:ecs:us-east-1:123456789012:service-deployment/default/blue/nothing"] }"""),
        new("ListServices", """{ "maxResults": 1 }"""),
        new("ListServicesByNamespace", """{ "namespace": "shop", "maxResults": 1 }"""),
        new("ListServiceDeployments", """{ "service": "blue", "maxResults": 1 }"""),

        // Task sets.
        new("CreateService", """{ "serviceName": "sets", "desiredCount": 1, "deploymentController": { "type": "EXTERNAL" } }"""),
        new("CreateTaskSet", $$"""{ "cluster": "default", "service": "sets", "taskDefinition": "big", "externalId": "x", "launchType": "FARGATE", {{Network}}, "scale": { "value": 100, "unit": "PERCENT" } }"""),
        new("CreateTaskSet", """{ "cluster": "default", "service": "sets", "taskDefinition": "web", "capacityProviderStrategy": [{ "capacityProvider": "p1", "weight": 1 }] }"""),
        new("UpdateTaskSet", """{ "cluster": "default", "service": "sets", "taskSet": "«task-set:0»", "scale": { "value": 50, "unit": "PERCENT" } }"""),
        new("UpdateServicePrimaryTaskSet", """{ "cluster": "default", "service": "sets", "primaryTaskSet": "«task-set:1»" }"""),
        new("DescribeTaskSets", """{ "cluster": "default", "service": "sets", "taskSets": ["«task-set:0»", "«task-set:1»", "ecs-svc/1"], "include": ["TAGS"] }"""),
        new("DeleteTaskSet", """{ "cluster": "default", "service": "sets", "taskSet": "«task-set:1»", "force": true }"""),

        // Tasks.
        new("RunTask", $$"""{ "taskDefinition": "big", "launchType": "FARGATE", {{Network}}, "enableExecuteCommand": true, "startedBy": "me", "overrides": { "ephemeralStorage": { "sizeInGiB": 40 } } }"""),
        new("30", ""),
        new("ExecuteCommand", """{ "command": "sh", "interactive": true, "task": "«task:0»" }"""),
        new("DescribeTasks", """{ "tasks": ["«task:0»", "00000000000000000000000000000000"], "include": ["TAGS"] }"""),
        new("StartTask", """{ "taskDefinition": "all", "containerInstances": ["«container-instance:0»", "00000000000000000000000000000000"], "startedBy": "me" }"""),
        new("ListTasks", """{ "serviceName": "blue" }"""),
        new("UpdateTaskProtection", """{ "cluster": "default", "tasks": ["«task:0»", "00000000000000000000000000000000"], "protectionEnabled": true }"""),
        new("GetTaskProtection", """{ "cluster": "default", "tasks": ["«task:0»"] }"""),
        new("ListTasks", """{ "maxResults": 1 }"""),
        new("RunTask", """{ "taskDefinition": "all", "launchType": "EC2" }"""),
        new("SubmitAttachmentStateChanges", """{ "cluster": "default", "attachments": [] }"""),
        new("SubmitTaskStateChange", """{ "cluster": "default", "task": "«task:0»", "status": "RUNNING" }"""),
        new("SubmitContainerStateChange", """{ "cluster": "default", "task": "«task:0»", "containerName": "app", "status": "STOPPED", "exitCode": 1, "reason": "OutOfMemoryError" }"""),
        new("DescribeTasks", """{ "tasks": ["«task:0»"] }"""),
        new("StopTask", """{ "task": "«task:0»" }"""),
        new("30", ""),
        new("DescribeTasks", """{ "tasks": ["«task:0»"] }"""),

        // Instances.
        new("DescribeContainerInstances", """{ "containerInstances": ["«container-instance:1»", "«container-instance:2»", "«container-instance:3»", "«container-instance:4»", "00000000000000000000000000000000"], "include": ["TAGS", "CONTAINER_INSTANCE_HEALTH"] }"""),
        new("ListAttributes", """{ "targetType": "container-instance", "maxResults": 1 }"""),
        new("DeleteAttributes", """{ "attributes": [{ "name": "rack", "targetId": "«container-instance:1»" }] }"""),
        new("UpdateContainerInstancesState", """{ "containerInstances": ["«container-instance:1»"], "status": "DRAINING" }"""),
        new("ListContainerInstances", """{ "maxResults": 1 }"""),

        // Daemons.
        new("CreateDaemon", $$"""{ "daemonName": "d1", "clusterArn": "{{Here}}:cluster/default", "daemonTaskDefinitionArn": "{{Here}}:daemon-task-definition/agent:1", "capacityProviderArns": ["{{Here}}:capacity-provider/mi"], "tags": [{ "key": "a", "value": "b" }], "deploymentConfiguration": { "alarms": { "enable": true, "alarmNames": ["a"] } } }"""),
        new("RunTask", $$"""{ "taskDefinition": "big", "capacityProviderStrategy": [{ "capacityProvider": "mi" }], {{Network}} }"""),
        new("RunTask", """{ "taskDefinition": "web", "capacityProviderStrategy": [{ "capacityProvider": "p1", "weight": 1 }] }"""),
        new("120", ""),
        new("UpdateDaemon", $$"""{ "daemonArn": "{{Here}}:daemon/default/d1", "daemonTaskDefinitionArn": "{{Here}}:daemon-task-definition/agent:1", "capacityProviderArns": ["{{Here}}:capacity-provider/mi"] }"""),
        new("UpdateDaemon", $$"""{ "daemonArn": "{{Here}}:daemon/default/d1", "daemonTaskDefinitionArn": "{{Here}}:daemon-task-definition/agent:1", "capacityProviderArns": ["{{Here}}:capacity-provider/mi"] }"""),
        new("5", ""),
        new("ListDaemonDeployments", $$"""{ "daemonArn": "{{Here}}:daemon/default/d1" }"""),
        new("DescribeDaemonDeployments", """{ "daemonDeploymentArns": ["«daemon-deployment:0»", "«daemon-deployment:1»", "arn:aws:ecs:us-east-1:123456789012:daemon-deployment/default/d1/nothing"] }"""),
        new("200", ""),
        new("DescribeDaemonDeployments", """{ "daemonDeploymentArns": ["«daemon-deployment:0»", "«daemon-deployment:1»"] }"""),
        new("ListDaemonDeployments", $$"""{ "daemonArn": "{{Here}}:daemon/default/d1", "maxResults": 1 }"""),
        new("DescribeDaemonRevisions", """{ "daemonRevisionArns": ["«daemon-revision:0»"] }"""),
        new("DescribeDaemon", $$"""{ "daemonArn": "{{Here}}:daemon/default/d1" }"""),
        new("DescribeDaemonRevisions", """{ "daemonRevisionArns": ["«daemon-revision:0»", "«daemon-revision:1»", "«daemon-revision:2»"] }"""),
        new("DescribeDaemonTaskDefinition", """{ "daemonTaskDefinition": "agent:1" }"""),
        new("RegisterDaemonTaskDefinition", $$"""{ "family": "agent2", "pidMode": "shared", "ipcMode": "none", "cpu": "128", "memory": "256", "executionRoleArn": "{{Role}}", "taskRoleArn": "{{Role}}", "containerDefinitions": [{ "name": "agent", "image": "agent", "memory": 64, "cpu": 10 }] }"""),
        new("CreateDaemon", $$"""{ "daemonName": "d2", "clusterArn": "{{Here}}:cluster/default", "daemonTaskDefinitionArn": "{{Here}}:daemon-task-definition/agent:1", "capacityProviderArns": ["{{Here}}:capacity-provider/mi"] }"""),
        new("DescribeDaemonTaskDefinition", """{ "daemonTaskDefinition": "agent2:1" }"""),
        new("ListDaemonTaskDefinitions", """{ "maxResults": 1 }"""),
        new("DeleteDaemonTaskDefinition", $$"""{ "daemonTaskDefinition": "{{Here}}:daemon-task-definition/agent2:1" }"""),
        new("DescribeDaemonTaskDefinition", """{ "daemonTaskDefinition": "agent2:1" }"""),
        new("ListDaemonTaskDefinitions", """{ "status": "ALL" }"""),
        new("ListDaemonTaskDefinitions", """{ "maxResults": 1 }"""),
        new("ListDaemons", $$"""{ "clusterArn": "{{Here}}:cluster/default", "maxResults": 1 }"""),

        // Gateways.
        new("CreateGateway", $$"""{ "name": "front", "infrastructureRoleArn": "{{Role}}", "configuration": { "hostSharedAlb": { "accessLogs": { "bucketName": "logs" }, "webACLArn": "acl", "testTrafficRules": {} } }, "tags": [{ "key": "a", "value": "b" }] }"""),
        new("AssociateGatewayWithCluster", """{ "gateway": "«gateway:0»", "cluster": "default" }"""),
        new("AssociateGatewayWithCluster", """{ "gateway": "«gateway:0»", "cluster": "second" }"""),
        new("CreateGateway", $$"""{ "name": "back", "infrastructureRoleArn": "{{Role}}", "configuration": { "hostSharedAlb": {} } }"""),
        new("CreateService", """{ "serviceName": "routed2", "taskDefinition": "all", "desiredCount": 0, "launchType": "EC2", "gatewayConnectors": [{ "portName": "http" }] }"""),
        new("CreateService", """{ "serviceName": "routed", "taskDefinition": "all", "desiredCount": 1, "launchType": "EC2", "gatewayConnectors": [{ "portName": "http" }] }"""),
        new("30", ""),
        new("DescribeGateway", """{ "gateway": "front" }"""),
        new("DescribeGatewayResources", """{ "gateway": "front" }"""),
        new("ListGateways", """{ "maxResults": 1 }"""),
        new("ListGatewayRoutes", """{ "gateway": "front", "maxResults": 1 }"""),
        new("DescribeGatewayRoute", """{ "gatewayRouteArn": "«gateway-route:0»" }"""),
        new("ListGatewayClusterAssociations", """{ "gateway": "front", "maxResults": 1 }"""),
        new("UpdateGateway", """{ "gateway": "front", "configuration": { "hostSharedAlb": { "maxAlbCount": 5 } } }"""),
        new("DisassociateGatewayFromCluster", """{ "gateway": "front", "cluster": "default" }"""),

        // Express services.
        new("CreateExpressGatewayService", $$"""{ "serviceName": "quick", "executionRoleArn": "{{Role}}", "infrastructureRoleArn": "{{Role}}", "taskRoleArn": "{{Role}}", "primaryContainer": { "image": "web:1" } }"""),
        new("60", ""),
        new("UpdateExpressGatewayService", $$"""{ "serviceArn": "{{Here}}:service/default/quick", "cpu": "512", "memory": "1024" }"""),
        new("60", ""),
        new("DescribeExpressGatewayService", $$"""{ "serviceArn": "{{Here}}:service/default/quick", "include": ["TAGS"] }"""),
        .. Deployments,
        new("DescribeServices", """{ "services": ["blue", "conn", "ebs", "far", "split", "routed", "quick", "nothing"], "include": ["TAGS"] }"""),
        new("DescribeServiceRevisions", """{ "serviceRevisionArns": ["«service-revision:0»", "arn:aws:ecs:us-east-1:123456789012:service-revision/default/quick/1"] }"""),
        .. Revisions,
        new("DeleteExpressGatewayService", $$"""{ "serviceArn": "{{Here}}:service/default/quick" }"""),

        // The created resources.
        new("ListTagsForResource", $$"""{ "resourceArn": "{{Here}}:cluster/second" }"""),
        new("DescribeClusters", """{ "clusters": ["default", "second", "nothing"], "include": ["ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS"] }"""),
        new("DeleteCapacityProvider", """{ "capacityProvider": "p1" }"""),
        new("DescribeCapacityProviders", """{ "capacityProviders": ["p1"] }"""),
        new("DescribeCapacityProviders", """{ "cluster": "default", "include": ["TAGS"] }"""),
        new("DescribeTaskDefinition", """{ "taskDefinition": "all", "include": ["TAGS"] }"""),
        new("DescribeTaskDefinition", """{ "taskDefinition": "big" }"""),
        new("ListAccountSettings", """{ "effectiveSettings": true, "maxResults": 1 }"""),
        new("ListClusters", """{ "maxResults": 1 }"""),
        new("DiscoverPollEndpoint", "{}"),
        new("DeleteDaemon", $$"""{ "daemonArn": "{{Here}}:daemon/default/d1" }"""),
        new("DeleteService", """{ "service": "blue", "force": true }"""),
        new("UpdateGateway", """{ "gateway": "back", "deletionProtection": false }"""),
        new("60", ""),
        new("DeleteGateway", """{ "gateway": "back" }"""),
        new("DeregisterContainerInstance", """{ "containerInstance": "«container-instance:2»", "force": true }"""),
        new("ListContainerInstances", "{}"),
        new("DescribeContainerInstances", """{ "containerInstances": ["«container-instance:0»", "«container-instance:1»", "«container-instance:2»", "«container-instance:3»", "«container-instance:4»", "«container-instance:5»"] }"""),
        new("DisassociateGatewayFromCluster", """{ "gateway": "front", "cluster": "second" }"""),
        new("DeleteCluster", """{ "cluster": "second" }"""),
    ];

    /// <summary>The deployment in progress, some time later.</summary>
    private static IEnumerable<FuzzStep> Watched =>
    [
        new("5", ""),
        new("ListServiceDeployments", """{ "service": "blue" }"""),
        new("DescribeServiceDeployments", """{ "serviceDeploymentArns": ["«service-deployment:1»"] }"""),
    ];

    /// <summary>The deployments of the services, whose revisions are then known.</summary>
    private static IEnumerable<FuzzStep> Deployments =>
        new[] { "blue", "conn", "ebs", "far", "split", "routed" }.Select(service => new FuzzStep("ListServiceDeployments", $$"""{ "service": "{{service}}" }"""));

    /// <summary>The revisions of the services, which are of one service in a call.</summary>
    private static IEnumerable<FuzzStep> Revisions => Enumerable.Range(0, 14).Select(number => new FuzzStep("DescribeServiceRevisions", $$"""{ "serviceRevisionArns": ["«service-revision:{{number}}»"] }"""));
}
