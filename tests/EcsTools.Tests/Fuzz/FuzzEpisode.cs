using System.Text.Json.Nodes;
using EcsTools.Model;

namespace EcsTools.Tests.Fuzz;

/// <summary>The steps of one world, from a seed: a history that makes sense, with requests in between that make none.</summary>
internal static class FuzzEpisode
{
    private const string Here = "arn:aws:ecs:us-east-1:123456789012";

    public static List<FuzzStep> Of(int seed, int length)
    {
        var random = new Random(seed);
        var requests = new FuzzRequests(random);
        var steps = Begin();
        while (steps.Count < length)
        {
            steps.Add(random.Next(20) switch
            {
                < 7 => Sensible(random),
                < 12 => Any(requests, random),
                < 14 => Mutated(Sensible(random), random),
                < 18 => new("POST /_local/clock", $$"""{ "advanceSeconds": {{random.Next(random.Next(5) == 0 ? 8000 : 40)}} }"""),
                18 => Control(random),
                _ => Sensible(random),
            });
        }

        return steps;
    }

    /// <summary>The initial state of each world.</summary>
    public static List<FuzzStep> Begin() =>
    [
        Register(1), Register(2), Register(3),
        new("RegisterTaskDefinition", """{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "app", "cpu": 100, "memory": 100, "portMappings": [{ "containerPort": 80 }] }] }"""),
        new("RegisterTaskDefinition", """{ "family": "net", "networkMode": "awsvpc", "requiresCompatibilities": ["EC2", "FARGATE"], "cpu": "256", "memory": "512", "containerDefinitions": [{ "name": "app", "image": "app", "healthCheck": { "command": ["CMD", "true"], "interval": 5, "retries": 1 } }, { "name": "side", "image": "side", "essential": false, "dependsOn": [{ "containerName": "app", "condition": "HEALTHY" }] }] }"""),
        new("CreateCapacityProvider", """{ "name": "p1", "autoScalingGroupProvider": { "autoScalingGroupArn": "asg", "managedScaling": { "status": "ENABLED" } } }"""),
        new("CreateCapacityProvider", """{ "name": "mi", "cluster": "default", "managedInstancesProvider": { "infrastructureRoleArn": "arn:aws:iam::123456789012:role/r", "instanceLaunchTemplate": { "ec2InstanceProfileArn": "arn:aws:iam::123456789012:instance-profile/p", "networkConfiguration": { "subnets": ["subnet-1"] } } } }"""),
        new("PutClusterCapacityProviders", """{ "cluster": "default", "capacityProviders": ["p1", "mi", "FARGATE", "FARGATE_SPOT"], "defaultCapacityProviderStrategy": [] }"""),
        new("RegisterDaemonTaskDefinition", """{ "family": "agent", "containerDefinitions": [{ "name": "agent", "image": "agent", "memory": 64, "cpu": 10 }] }"""),
    ];

    private static FuzzStep Register(int number) => new("RegisterContainerInstance", $$"""
        { "cluster": "default", "instanceIdentityDocument": "{\"region\":\"us-east-1\",\"availabilityZone\":\"us-east-1{{"abc"[number % 3]}}\",\"instanceId\":\"i-{{number:x17}}\",\"instanceType\":\"m5.large\"}",
          "totalResources": [{ "name": "CPU", "type": "INTEGER", "integerValue": 1000 }, { "name": "MEMORY", "type": "INTEGER", "integerValue": 1000 }] }
        """);

    /// <summary>A request that people may make.</summary>
    public static FuzzStep Sensible(Random random)
    {
        var (service, count, index) = ($"s{random.Next(3)}", random.Next(6), random.Next(20));
        var network = """ "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } } """;
        return random.Next(34) switch
        {
            0 => new("CreateService", $$"""{ "serviceName": "{{service}}", "taskDefinition": "web", "desiredCount": {{count}}, "deploymentConfiguration": { "strategy": "{{(count % 2 == 0 ? "ROLLING" : "BLUE_GREEN")}}", "deploymentCircuitBreaker": { "enable": true, "rollback": {{(index % 2 == 0 ? "true" : "false")}} } } }"""),
            1 => new("CreateService", $$"""{ "serviceName": "{{service}}", "taskDefinition": "net", "desiredCount": {{count}}, "launchType": "FARGATE", {{network}} }"""),
            2 => new("CreateService", $$"""{ "serviceName": "{{service}}", "taskDefinition": "web", "schedulingStrategy": "DAEMON" }"""),
            3 => new("CreateService", $$"""{ "serviceName": "{{service}}", "desiredCount": {{count}}, "deploymentController": { "type": "EXTERNAL" } }"""),
            4 => new("CreateTaskSet", $$"""{ "cluster": "default", "service": "{{service}}", "taskDefinition": "web", "scale": { "value": {{index * 5}}, "unit": "PERCENT" } }"""),
            5 => new("CreateService", $$"""{ "serviceName": "{{service}}", "taskDefinition": "web", "desiredCount": {{count}}, "capacityProviderStrategy": [{ "capacityProvider": "p1", "weight": 1 }] }"""),
            6 => new("UpdateService", $$"""{ "service": "{{service}}", "desiredCount": {{count}} }"""),
            7 => new("UpdateService", $$"""{ "service": "{{service}}", "forceNewDeployment": true }"""),
            8 or 9 => new("UpdateService", $$"""{ "service": "{{service}}", "taskDefinition": "«task-definition:{{index}}»" }"""),
            10 or 11 => new("DeleteService", $$"""{ "service": "{{service}}", "force": true }"""),
            12 => new("RunTask", $$"""{ "taskDefinition": "web", "count": {{count + 1}}, "clientToken": "t{{index}}" }"""),
            13 => new("RunTask", $$"""{ "taskDefinition": "net", "count": {{count + 1}}, "launchType": "FARGATE", {{network}} }"""),
            14 or 15 => new("StopTask", $$"""{ "task": "«task:{{index}}»", "reason": "because \u001b[31m" }"""),
            16 => new("RegisterTaskDefinition", """{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "app:2", "cpu": 50, "memory": 100 }] }"""),
            17 or 18 => new("DeregisterTaskDefinition", $$"""{ "taskDefinition": "«task-definition:{{index}}»" }"""),
            19 or 20 => new("DeleteTaskDefinitions", $$"""{ "taskDefinitions": ["«task-definition:{{index}}»"] }"""),
            21 => new("DeregisterContainerInstance", $$"""{ "containerInstance": "«container-instance:{{index}}»", "force": true }"""),
            22 => new("UpdateContainerInstancesState", $$"""{ "containerInstances": ["«container-instance:{{index}}»"], "status": "{{(count % 2 == 0 ? "ACTIVE" : "DRAINING")}}" }"""),
            23 => Register(4 + index),
            24 => new("CreateDaemon", $$"""{ "daemonName": "d1", "daemonTaskDefinitionArn": "{{Here}}:daemon-task-definition/agent:1", "capacityProviderArns": ["{{Here}}:capacity-provider/mi"] }"""),
            25 => new("DeleteDaemon", $$"""{ "daemonArn": "{{Here}}:daemon/default/d1" }"""),
            26 => new(index % 2 == 0 ? "DeleteTaskSet" : "UpdateServicePrimaryTaskSet", $$"""{ "cluster": "default", "service": "{{service}}", "taskSet": "«task-set:{{index}}»", "primaryTaskSet": "«task-set:{{index}}»", "force": true }"""),
            27 => new("DeleteCapacityProvider", $$"""{ "capacityProvider": "{{(index % 2 == 0 ? "p1" : "mi")}}" }"""),
            28 => new(index % 2 == 0 ? "DeleteDaemonTaskDefinition" : "RegisterDaemonTaskDefinition", $$"""{ "daemonTaskDefinition": "«daemon-task-definition:{{index}}»", "family": "agent", "containerDefinitions": [{ "name": "agent", "image": "agent", "memory": 64, "cpu": 10 }] }"""),
            29 => new("StopServiceDeployment", $$"""{ "serviceDeploymentArn": "«service-deployment:{{index}}»", "stopType": "{{(index % 2 == 0 ? "ABORT" : "ROLLBACK")}}" }"""),
            30 => new("CreateExpressGatewayService", $$"""{ "serviceName": "{{service}}", "executionRoleArn": "arn:aws:iam::123456789012:role/e", "infrastructureRoleArn": "arn:aws:iam::123456789012:role/i", "primaryContainer": { "image": "web" } }"""),
            31 => new("RunTask", $$"""{ "taskDefinition": "web", "count": {{count + 1}}, "capacityProviderStrategy": [{ "capacityProvider": "{{(index % 2 == 0 ? "p1" : "mi")}}", "weight": 1 }] }"""),
            32 => new("DeleteCluster", $$"""{ "cluster": "{{(index % 2 == 0 ? "default" : "c1")}}" }"""),
            _ => new("CreateCluster", $$"""{ "clusterName": "{{(index % 2 == 0 ? "default" : "c1")}}" }"""),
        };
    }

    private static FuzzStep Any(FuzzRequests requests, Random random)
    {
        var operation = Operations.All[random.Next(Operations.All.Count)];
        return new(operation.Name, requests.Of(operation).ToJsonString());
    }

    private static FuzzStep Mutated(FuzzStep step, Random random) => step with
    {
        Body = random.Next(10) == 0 ? step.Body[..random.Next(step.Body.Length)] : Mutated(step.Body, random),
    };

    private static string Mutated(string json, Random random)
    {
        var node = JsonNode.Parse(json)!;
        FuzzMutation.Of(node, random);
        return node.ToJsonString();
    }

    private static FuzzStep Control(Random random) => random.Next(8) switch
    {
        0 => new("GET /_local/state", ""),
        1 => new("POST /_local/clock", """{ "settleWithinSeconds": 900 }"""),
        2 => new("POST /_local/spot-interruption", $"«task:{random.Next(20)}»"),
        3 => new("DELETE /_local/behavior", ""),
        4 => Mutated(Behavior(random), random),
        5 => new("POST /_local/reset", ""),
        6 => new("PUT /_local/state", """{ "regions": {} }"""),
        _ => Behavior(random),
    };

    /// <summary>The behaviors of containers, instances, and the API.</summary>
    public static FuzzStep Behavior(Random random) => new("PUT /_local/behavior", $$"""
        { "tasks": [{ "family": "net", "container": "app", "health": "{{(random.Next(2) == 0 ? "HEALTHY" : "UNHEALTHY")}}", "healthAfter": {{random.Next(60)}} },
                    { "image": "app*", "exitAfter": {{1 + random.Next(60)}}, "exitCode": {{random.Next(2)}}, "count": {{1 + random.Next(5)}} }],
          "instances": [{ "containerInstance": "i-*{{random.Next(5)}}", "event": "{{(random.Next(2) == 0 ? "AgentDisconnected" : "Terminated")}}", "after": {{random.Next(60)}} }],
          "api": [{ "operation": "StopTask", "errorCode": "BlockedException", "probability": 0.5 }] }
        """);
}
