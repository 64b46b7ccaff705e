namespace EcsTools.Tests.Local;

/// <summary>Each refusal with ECS's own type and text, one line each, against one small world.</summary>
public class ErrorTests
{
    private const string Id = "00000000000000000000000000000000";

    [Theory]
    // Clusters
    [InlineData("DeleteCluster", """{ "cluster": "nope" }""", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("ListServices", """{ "cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/default" }""", "ClusterNotFoundException", "Cluster not found.")]
    [InlineData("CreateCluster", """{ "settings": [{ "name": "containerInsights", "value": "enabled" }] }""", "InvalidParameterException", "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).")]
    [InlineData("CreateCluster", """{ "clusterName": "a b" }""", "InvalidParameterException", @"Cluster must match ^[a-zA-Z0-9\-_]{1,255}$, but was a b")]
    [InlineData("DescribeClusters", """{ "include": ["EVENTS"] }""", "InvalidParameterException", "include should be one of [ATTACHMENTS,CONFIGURATIONS,SETTINGS,STATISTICS,TAGS]")]
    [InlineData("ListClusters", """{ "maxResults": 101 }""", "InvalidParameterException", "Max results can not be greater than 100")]
    [InlineData("ListClusters", """{ "nextToken": "?" }""", "InvalidParameterException", "Invalid token.")]
    // Task definitions
    [InlineData("DescribeTaskDefinition", """{ "taskDefinition": "nope" }""", "ClientException", "Unable to describe task definition.")]
    [InlineData("DescribeTaskDefinition", """{ "taskDefinition": "web", "include": ["X"] }""", "ClientException", "X is not a valid value for include. The value must be one of [[TAGS]]")]
    [InlineData("DeregisterTaskDefinition", """{ "taskDefinition": "web" }""", "ClientException", "Revision is missing")]
    [InlineData("RegisterTaskDefinition", """{ "family": "x", "containerDefinitions": [{ "name": "app", "image": "i" }] }""", "ClientException", "Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be specified.")]
    [InlineData("RegisterTaskDefinition", """{ "family": "x", "memory": "512", "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "app", "image": "i" }] }""", "ClientException", "Fargate requires that 'cpu' be defined at the task level.")]
    [InlineData("RegisterTaskDefinition", """{ "family": "x", "cpu": "256", "memory": "8192", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "app", "image": "i" }] }""", "ClientException", "No Fargate configuration exists for given values: 256 CPU, 8192 memory. See the Amazon ECS documentation for the valid values.")]
    [InlineData("RegisterTaskDefinition", """{ "family": "x", "placementConstraints": [{ "type": "distinctInstance" }], "containerDefinitions": [{ "name": "app", "image": "i", "memory": 6 }] }""", "ClientException", "constraint.type 'distinctInstance' is not supported.")]
    [InlineData("RegisterTaskDefinition", """{ "family": "x", "containerDefinitions": [] }""", "ClientException", "Container list cannot be empty.")]
    // Container instances
    [InlineData("DeregisterContainerInstance", """{ "containerInstance": "$instance" }""", "InvalidParameterException", "Found running tasks on the instance.")]
    [InlineData("UpdateContainerInstancesState", """{ "containerInstances": ["$instance"], "status": "ASLEEP" }""", "InvalidParameterException", "Container instances status should be one of [ACTIVE,DRAINING]")]
    [InlineData("DescribeContainerInstances", """{ "containerInstances": [] }""", "InvalidParameterException", "Container instances cannot be empty.")]
    [InlineData("ListContainerInstances", """{ "filter": "attribute:x ===" }""", "InvalidParameterException", null)]
    // Tasks
    [InlineData("RunTask", """{ "taskDefinition": "nope" }""", "ClientException", "TaskDefinition not found.")]
    [InlineData("RunTask", """{ "taskDefinition": "old:1" }""", "InvalidParameterException", "TaskDefinition is inactive")]
    [InlineData("RunTask", """{ "taskDefinition": "web", "cluster": "empty" }""", "InvalidParameterException", "No Container Instances were found in your cluster.")]
    [InlineData("RunTask", """{ "taskDefinition": "web", "cluster": "deleted" }""", "ClusterNotFoundException", "The referenced cluster was inactive.")]
    [InlineData("RunTask", """{ "taskDefinition": "web", "launchType": "MOON" }""", "InvalidParameterException", "launch type should be one of [EC2,FARGATE,EXTERNAL,FMI,MANAGED_INSTANCES]")]
    [InlineData("RunTask", """{ "taskDefinition": "web", "launchType": "FARGATE" }""", "InvalidParameterException", "Task definition does not support launch_type FARGATE.")]
    [InlineData("RunTask", """{ "taskDefinition": "vpc" }""", "InvalidParameterException", "Network Configuration must be provided when networkMode 'awsvpc' is specified.")]
    [InlineData("RunTask", """{ "taskDefinition": "web", "placementConstraints": [{ "type": "distinctInstance", "expression": "x" }] }""", "InvalidParameterException", "distinctInstance expression should not be specified.")]
    [InlineData("RunTask", """{ "taskDefinition": "web", "overrides": { "containerOverrides": [{ "name": "db" }] } }""", "InvalidParameterException", "Override for container named db is not a container in the TaskDefinition.")]
    [InlineData("RunTask", """{ "taskDefinition": "web", "count": 11 }""", "InvalidParameterException", "count must be between 1 and 10.")]
    [InlineData("StopTask", $$"""{ "task": "{{Id}}" }""", "InvalidParameterException", "The referenced task was not found.")]
    [InlineData("StopTask", """{ "task": "abc" }""", "InvalidParameterException", "taskId length should be one of [32,36]")]
    [InlineData("StopTask", """{ "task": "a/b/c/d" }""", "InvalidParameterException", "Invalid identifier: Unexpected number of separators")]
    [InlineData("DescribeTasks", $$"""{ "tasks": ["arn:aws:ecs:us-east-1:123456789012:task/other/{{Id}}"] }""", "InvalidParameterException", "Invalid identifier: Identifier is for cluster other. Your cluster is default")]
    [InlineData("ListTasks", """{ "serviceName": "nope" }""", "ServiceNotFoundException", "Service not found.")]
    // Services
    [InlineData("UpdateService", """{ "service": "nope" }""", "ServiceNotFoundException", "Service not found.")]
    [InlineData("DeleteService", """{ "service": "nope" }""", "ServiceNotFoundException", "")]
    [InlineData("UpdateService", """{ "service": "draining" }""", "ServiceNotActiveException", "Service was not ACTIVE.")]
    [InlineData("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""", "InvalidParameterException", "Creation of service was not idempotent.")]
    [InlineData("CreateService", """{ "serviceName": "draining", "taskDefinition": "web", "desiredCount": 1 }""", "InvalidParameterException", "Unable to Start a service that is still Draining.")]
    [InlineData("DeleteService", """{ "service": "web" }""", "InvalidParameterException", "The service cannot be stopped while it is scaled above 0.")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "web" }""", "InvalidParameterException", "DesiredCount is missing")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "web", "desiredCount": -1 }""", "InvalidParameterException", "DesiredCount can not be lesser than 0")]
    [InlineData("UpdateService", """{ "service": "web", "desiredCount": -1 }""", "InvalidParameterException", "Task count can not be lesser than 0")]
    [InlineData("CreateService", """{ "serviceName": "s", "schedulingStrategy": "SOMETIMES" }""", "InvalidParameterException", "Scheduling strategy should be one of [REPLICA,DAEMON]")]
    [InlineData("CreateService", """{ "serviceName": "s", "schedulingStrategy": "DAEMON", "desiredCount": 1 }""", "InvalidParameterException", "The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again")]
    [InlineData("CreateService", """{ "serviceName": "s", "schedulingStrategy": "DAEMON", "launchType": "FARGATE" }""", "InvalidParameterException", "The daemon scheduling strategy does not support the FARGATE launch type. Change the launch type and try again")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "nope", "desiredCount": 1 }""", "ClientException", "TaskDefinition not found.")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "old:1", "desiredCount": 1 }""", "ClientException", "TaskDefinition is inactive")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "vpc", "desiredCount": 1 }""", "InvalidParameterException", "Network Configuration must be provided when networkMode 'awsvpc' is specified.")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "web", "desiredCount": 1, "deploymentConfiguration": { "maximumPercent": 99 } }""", "InvalidParameterException", "maximumPercent must be at least 100")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "web", "desiredCount": 1, "deploymentConfiguration": { "minimumHealthyPercent": 101 } }""", "InvalidParameterException", "minimumHealthyPercent must be at most 100")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "web", "desiredCount": 1, "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "thresholdConfiguration": { "type": "COUNT", "value": 0 } } } }""", "InvalidParameterException", "Invalid deployment circuit breaker threshold value.")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "web", "desiredCount": 1, "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "thresholdConfiguration": { "type": "LUCK", "value": 1 } } } }""", "InvalidParameterException", "Invalid deployment circuit breaker threshold type.")]
    [InlineData("UpdateService", """{ "service": "web", "deploymentConfiguration": { "maximumPercent": 100 } }""", "InvalidParameterException", "The service couldn't be updated because Availability Zone Rebalancing does not support maximumPercent <= 100 % as deployment configuration. Update deployment configuration and try again.")]
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "web", "desiredCount": 1, "clientToken": "1234567890123456789012345678901234567" }""", "InvalidParameterException", "idempotency token longer than 36.")]
    [InlineData("DescribeServices", """{ "services": ["web"], "include": ["EVENTS"] }""", "InvalidParameterException", "include should be one of [TAGS]")]
    [InlineData("DescribeServices", """{ "services": ["1","2","3","4","5","6","7","8","9","10","11"] }""", "InvalidParameterException", "services can have at most 10 items.")]
    [InlineData("DescribeServices", """{ "services": ["arn:aws:ecs:us-east-1:123456789012:cluster/default"] }""", "InvalidParameterException", "Unsupported resource type: cluster")]
    // Tags
    [InlineData("TagResource", """{ "resourceArn": "arn:aws:ecs:us-east-1:123456789012:service/web", "tags": [] }""", "InvalidParameterException", "The new ARN and resource ID format must be enabled to add tags to the service. Opt in to the new format and try again.")]
    [InlineData("ListTagsForResource", """{ "resourceArn": "arn:aws:ecs:us-east-1:123456789012:cluster/nope" }""", "ClusterNotFoundException", "Cluster not found.")]
    // Missing features are reported as errors
    [InlineData("CreateService", """{ "serviceName": "s", "taskDefinition": "web", "schedulingStrategy": "DAEMON", "placementStrategy": [{ "type": "random" }] }""", "InvalidParameterException", "The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again")]
    [InlineData("RunTask", """{ "taskDefinition": "web", "capacityProviderStrategy": [{ "capacityProvider": "x" }] }""", "InvalidParameterException", "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.")]
    public async Task ECS_refuses(string operation, string request, string type, string? message)
    {
        using var ecs = new LocalEcs();
        var instance = Assert.Single(await ecs.Instances(1));
        await SetUp(ecs);
        var before = await ecs.State();
        var error = await ecs.Fail(operation, request.Replace("$instance", instance));
        Assert.Equal(type, error.Type);
        if (message is not null) Assert.Equal(message, error.Message);
        Assert.Equal(before, await ecs.State());
    }

    private static async Task SetUp(LocalEcs ecs)
    {
        await ecs.Definition();
        await ecs.Definition("old");
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "old:1" }""");
        await ecs.Definition("vpc", more: """ "networkMode": "awsvpc", """);
        await ecs.Call("CreateCluster", """{ "clusterName": "empty" }""");
        await ecs.Call("CreateCluster", """{ "clusterName": "deleted" }""");
        await ecs.Call("DeleteCluster", """{ "cluster": "deleted" }""");
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""");
        await ecs.Call("CreateService", """{ "serviceName": "draining", "taskDefinition": "web", "desiredCount": 1 }""");
        ecs.Settle();
        await ecs.Call("DeleteService", """{ "service": "draining", "force": true }""");
    }
}
