using EcsTools.Model;

namespace EcsTools.Tests.Rules;

/// <summary>Members that break one rule, for every operation that takes them.</summary>
/// <param name="On">The family of the task definition that is launched: web, vpc, fargate, ebs, host, or external for a service without one.</param>
/// <param name="Members">The members as JSON.</param>
/// <param name="Path">The path of the breach.</param>
/// <param name="Text">The text of ECS.</param>
/// <param name="Only">The operations; by default all that take the members.</param>
internal sealed record LaunchMutation(string On, string Members, string Path, string Text, params string[] Only)
{
    public override string ToString() => $"{On}, {Path}: {Text}";
}

/// <summary>A change for each rule about services, tasks and task sets.</summary>
internal static class LaunchMutations
{
    private const string Create = "CreateService", Run = "RunTask", Update = "UpdateService", Balancer = """ "containerName": "app", "containerPort": 80 """;

    private const string Rule = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/1/2/3";

    public static IReadOnlyList<LaunchMutation> All { get; } =
    [
        // Values and bounds.
        new("web", """ "launchType": "MOON" """, "launchType", "launch type should be one of [EC2,FARGATE,EXTERNAL,FMI,MANAGED_INSTANCES]"),
        new("web", """ "schedulingStrategy": "SOMETIMES" """, "schedulingStrategy", "Scheduling strategy should be one of [REPLICA,DAEMON]"),
        new("web", """ "deploymentController": { "type": "ME" } """, "deploymentController.type", "Deployment controller type should be one of [CODE_DEPLOY,ECS,EXTERNAL]", Create),
        new("web", """ "propagateTags": "EVERYWHERE" """, "propagateTags", "propagateTags should be one of [NONE,SERVICE,TASK_DEFINITION]"),
        new("web", """ "count": 11 """, "count", "count must be between 1 and 10."),
        new("web", """ "serviceConnectConfiguration": { "namespace": "shop" } """, "serviceConnectConfiguration.enabled", "enabled should not be null."),
        new("web", """ "healthCheckGracePeriodSeconds": -1 """, "healthCheckGracePeriodSeconds", "healthCheckGracePeriodSeconds must be between 0 and 2147483647."),
        new("web", $$""" "loadBalancers": [{{Times(6, $$"""{ {{Balancer}}, "targetGroupArn": "#" }""")}}] """, "loadBalancers", "loadBalancers can have at most 5 items."),

        // Tags.
        new("web", """ "tags": [{ "key": "team" }] """, "tags[team]", "Tag value can not be null."),
        new("web", """ "tags": [{ "key": "", "value": "x" }] """, "tags[]", "Tag keys must have 1 to 128 characters."),
        new("web", $$""" "tags": [{ "key": "team", "value": "{{new string('x', 257)}}" }] """, "tags[team]", "Tag values must have at most 256 characters."),
        new("web", """ "tags": [{ "key": "team", "value": "<TEAM>" }] """, "tags[team]", "Tag keys and values can only have letters, digits, spaces and _ . : / = + - @."),
        new("web", """ "tags": [{ "key": "aws:x", "value": "" }] """, "tags[aws:x]", "Tag keys that begin with aws: are kept for AWS."),
        new("web", """ "tags": [{ "key": "a", "value": "" }, { "key": "a", "value": "b" }] """, "tags[a]", "Duplicate tag keys found. Tag keys must be unique."),
        new("web", $$""" "tags": [{{Times(51, """{ "key": "k#", "value": "" }""")}}] """, "tags", "Tags can not have more than 50 elements."),

        // The network.
        new("vpc", """ "networkConfiguration": null """, "networkConfiguration", "Network Configuration must be provided when networkMode 'awsvpc' is specified.", Create, Run, "StartTask", "CreateTaskSet"),
        new("vpc", Network(""" "subnets": [] """), "networkConfiguration.awsvpcConfiguration.subnets", "subnets can not be empty."),
        new("vpc", Network(""" "subnets": [""] """), "networkConfiguration.awsvpcConfiguration.subnets", "subnets can not be empty."),
        new("vpc", Network(""" "subnets": ["subnet-1", "subnet-1"] """), "networkConfiguration.awsvpcConfiguration.subnets[1]", "Duplicate subnet found: subnet-1."),
        new("vpc", Network($$""" "subnets": [{{Times(17, "\"subnet-#\"")}}] """), "networkConfiguration.awsvpcConfiguration.subnets", "subnets can have at most 16 items."),
        new("vpc", Network($$""" "subnets": ["subnet-1"], "securityGroups": [{{Times(6, "\"sg-#\"")}}] """), "networkConfiguration.awsvpcConfiguration.securityGroups", "securityGroups can have at most 5 items."),
        new("vpc", Network(""" "subnets": ["subnet-1"], "assignPublicIp": "ENABLED" """), "networkConfiguration.awsvpcConfiguration.assignPublicIp", "Assign public IP is not supported for this launch type."),
        new("vpc", Network(""" "subnets": ["subnet-1"], "assignPublicIp": "YES" """), "networkConfiguration.awsvpcConfiguration.assignPublicIp", "assignPublicIp should be one of [DISABLED,ENABLED]"),
        new("web", Network(""" "subnets": ["subnet-1"] """), "networkConfiguration", "Network Configuration is not valid for the given networkMode of this task definition."),

        // Placement.
        new("fargate", """ "placementConstraints": [{ "type": "distinctInstance" }] """, "placementConstraints", "Placement constraints are not supported with FARGATE launch type."),
        new("fargate", """ "placementStrategy": [{ "type": "random" }] """, "placementStrategy", "Placement strategies are not supported with FARGATE launch type."),
        new("web", $$""" "placementConstraints": [{{Times(11, """{ "type": "memberOf", "expression": "agentConnected == true" }""")}}] """, "placementConstraints", "Maximum number of constraints is 10."),
        new("web", $$""" "placementStrategy": [{{Times(6, """{ "type": "random" }""")}}] """, "placementStrategy", "Maximum number of strategies is 5."),
        new("web", """ "placementConstraints": [{ "type": "distinctInstance", "expression": "x" }] """, "placementConstraints[0].expression", "distinctInstance expression should not be specified."),
        new("web", """ "placementConstraints": [{ "type": "near" }] """, "placementConstraints[0]", "A placement constraint is distinctInstance or memberOf, not 'near'."),
        new("web", """ "placementStrategy": [{ "type": "random", "field": "cpu" }] """, "placementStrategy[0].field", "random field should not be specified."),
        new("web", """ "placementStrategy": [{ "type": "binpack", "field": "instanceId" }] """, "placementStrategy[0].field", "binpack field 'instanceId' is invalid."),
        new("web", """ "placementStrategy": [{ "type": "spread", "field": "color" }] """, "placementStrategy[0].type", "There is no placement strategy 'spread' on the field 'color'."),

        // The platform.
        new("web", """ "platformVersion": "LATEST" """, "platformVersion", "The platform version must be null when specifying an EC2 launch type."),
        new("fargate", """ "platformVersion": "9.9.9" """, "platformVersion", "The specified platform does not exist."),
        new("fargate", """ "platformVersion": "1.0.0" """, "platformVersion", "One or more of the requested capabilities are not supported."),

        // The capacity.
        new("web", """ "launchType": "EC2", "capacityProviderStrategy": [{ "capacityProvider": "FARGATE" }] """, "capacityProviderStrategy", "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again."),

        // DAEMON and other controllers.
        new("web", """ "schedulingStrategy": "DAEMON", "desiredCount": 1 """, "desiredCount", "The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again"),
        new("fargate", """ "schedulingStrategy": "DAEMON", "desiredCount": null """, "launchType", "The daemon scheduling strategy does not support the FARGATE launch type. Change the launch type and try again"),
        new("web", """ "schedulingStrategy": "DAEMON", "desiredCount": null, "capacityProviderStrategy": [{ "capacityProvider": "x" }] """, "capacityProviderStrategy", "Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy."),
        new("web", """ "schedulingStrategy": "DAEMON", "desiredCount": null, "deploymentController": { "type": "CODE_DEPLOY" } """, "deploymentController.type", "The daemon scheduling strategy does not support the CODE_DEPLOY deployment controller. Change the deployment controller and try again"),
        new("web", """ "schedulingStrategy": "DAEMON", "desiredCount": null, "deploymentController": { "type": "EXTERNAL" } """, "deploymentController.type", "The daemon scheduling strategy does not support the EXTERNAL deployment controller. Change the deployment controller and try again"),
        new("web", """ "schedulingStrategy": "DAEMON", "desiredCount": null, "placementStrategy": [{ "type": "random" }] """, "placementStrategy", "The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again"),
        new("web", """ "schedulingStrategy": "DAEMON", "desiredCount": null, "deploymentConfiguration": { "maximumPercent": 200 } """, "deploymentConfiguration.maximumPercent", "The daemon scheduling strategy does not support values above 100 for maximumPercent on a deployment configuration. Change the maximumPercent value to 100, and try again"),
        new("web", """ "schedulingStrategy": "DAEMON", "desiredCount": null, "deploymentConfiguration": { "strategy": "BLUE_GREEN" } """, "deploymentConfiguration.strategy", "The daemon scheduling strategy does not support the BLUE_GREEN deployment strategy. Change the deployment strategy and try again"),
        .. new[] { ("taskDefinition", "\"web\"", "TaskDefinition must be blank."), ("launchType", "\"EC2\"", "LaunchType must be blank."), ("platformVersion", "\"LATEST\"", "PlatformVersion must be blank.") }
            .Concat(new[] { "capacityProviderStrategy", "loadBalancers", "serviceRegistries" }.Select(list => (list, list[0] == 'c' ? """[{ "capacityProvider": "x" }]""" : "[{}]", $"{char.ToUpperInvariant(list[0])}{list[1..]} must be empty or null.")))
            .Append(("networkConfiguration", "{}", "NetworkConfiguration must be empty or null."))
            .Append(("serviceConnectConfiguration", """{ "enabled": false }""", "ServiceConnectConfiguration must be empty or null."))
            .Append(("volumeConfigurations", """[{ "name": "x" }]""", "VolumeConfigurations must be empty or null."))
            .Select(member => new LaunchMutation("external", $$""" "deploymentController": { "type": "EXTERNAL" }, "{{member.Item1}}": {{member.Item2}} """, member.Item1, member.Item3, Create)),
        new("web", """ "deploymentController": { "type": "CODE_DEPLOY" } """, "loadBalancers", "When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.", Create),
        new("web", """ "desiredCount": null """, "desiredCount", "DesiredCount is missing", Create),
        new("web", """ "desiredCount": -1 """, "desiredCount", "DesiredCount can not be lesser than 0", Create),

        // Load balancers.
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg", "loadBalancerName": "lb" }] """, "loadBalancers[0].loadBalancerName", "loadBalancerName and targetGroupArn cannot both be specified. You must specify either a loadBalancerName or a targetGroupArn in all loadBalancer entries"),
        new("web", $$""" "loadBalancers": [{ {{Balancer}} }] """, "loadBalancers[0].targetGroupArn", "You must specify either a loadBalancerName or a targetGroupArn in all loadBalancer entries"),
        new("web", """ "loadBalancers": [{ "targetGroupArn": "tg", "containerPort": 80 }] """, "loadBalancers[0].containerName", "Container Name can not be blank."),
        new("web", """ "loadBalancers": [{ "targetGroupArn": "tg", "containerName": "app" }] """, "loadBalancers[0].containerPort", "Container Port can not be blank."),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg" }, { {{Balancer}}, "loadBalancerName": "lb" }] """, "loadBalancers", "All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)"),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg" }, { {{Balancer}}, "targetGroupArn": "tg" }] """, "loadBalancers[1].targetGroupArn", "Duplicate targetGroupArn found: tg"),
        new("fargate", $$""" "loadBalancers": [{ {{Balancer}}, "loadBalancerName": "lb" }] """, "loadBalancers[0].loadBalancerName", "Classic Load Balancers are not supported with Fargate."),
        new("vpc", $$""" "loadBalancers": [{ {{Balancer}}, "loadBalancerName": "lb" }] """, "loadBalancers[0].loadBalancerName", "Classic Load Balancers are not supported with networkMode=awsvpc."),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "loadBalancerName": "lb" }], "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": true } } """, "deploymentConfiguration.deploymentCircuitBreaker", "Deployment circuit breaker feature is not supported with Classic Load Balancers. Remove the Classic Load Balancer and try again."),
        new("web", """ "healthCheckGracePeriodSeconds": 5 """, "healthCheckGracePeriodSeconds", "Health check grace period is only valid for services configured to use load balancers"),
        new("web", """ "role": "elb" """, "role", "IAM roles are only valid for services configured to use load balancers."),
        new("vpc", $$""" "role": "elb", "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg" }] """, "role", "You cannot specify an IAM role for services that require a service linked role."),
        new("web", """ "loadBalancers": [{ "targetGroupArn": "tg", "containerName": "db", "containerPort": 80 }] """, "loadBalancers[0].containerName", "The container db does not exist in the task definition."),
        new("web", """ "loadBalancers": [{ "targetGroupArn": "tg", "containerName": "app", "containerPort": 81 }] """, "loadBalancers[0].containerPort", "The container app did not have a container port 81 defined."),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "loadBalancerName": "lb", {{Advanced()}} }] """, "loadBalancers[0].advancedConfiguration", "advancedConfiguration field is not allowed with ELBv1 loadBalancers"),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "a", {{Advanced()}} }, { {{Balancer}}, "targetGroupArn": "b" }] """, "loadBalancers", "Either all or none of the provided loadBalancers must have advancedConfiguration defined"),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg" }], "deploymentConfiguration": { "strategy": "CANARY" } """, "loadBalancers[0].advancedConfiguration", "advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy"),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg", {{Advanced(other: "null")}} }] """, "loadBalancers[0].advancedConfiguration.alternateTargetGroupArn", "alternateTargetGroupArn should not be null."),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg", {{Advanced(rule: "null")}} }] """, "loadBalancers[0].advancedConfiguration.productionListenerRule", "productionListenerRule should not be null."),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg", {{Advanced(role: "null")}} }] """, "loadBalancers[0].advancedConfiguration.roleArn", "roleArn should not be null."),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg", {{Advanced(rule: "\"arn:x\"")}} }] """, "loadBalancers[0].advancedConfiguration.productionListenerRule", "productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: arn:x"),
        new("web", $$""" "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg", {{Advanced(test: $"\"{Rule}\"")}} }] """, "loadBalancers[0].advancedConfiguration.testListenerRule", $"The following rules cannot be used as both production and test listener rules: {Rule}"),

        // Discovery.
        new("vpc", """ "serviceRegistries": [{ "registryArn": "a" }, { "registryArn": "b" }] """, "serviceRegistries", "service registries can have at most 1 items."),
        new("vpc", """ "serviceRegistries": [{}] """, "serviceRegistries[0].registryArn", "registryArn can not be blank."),
        new("vpc", """ "serviceRegistries": [{ "registryArn": "a", "port": 80, "containerName": "app", "containerPort": 80 }] """, "serviceRegistries[0].port", "Specify a value for either 'port' or the 'containerName' and 'containerPort' combination, but not both. Remove one and retry."),
        new("web", """ "serviceRegistries": [{ "registryArn": "a" }] """, "serviceRegistries[0].containerPort", "When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified from the task definition."),
        new("vpc", """ "serviceRegistries": [{ "registryArn": "a", "containerName": "app" }] """, "serviceRegistries[0].containerName", "A service registry must have both 'containerName' and 'containerPort', or none of them."),
        new("vpc", """ "serviceRegistries": [{ "registryArn": "a", "containerName": "app", "containerPort": 81 }] """, "serviceRegistries[0].containerName", "The container app did not have a container port 81 defined."),
        new("web", """ "serviceConnectConfiguration": { "enabled": true } """, "serviceConnectConfiguration.namespace", "Namespace is missing"),
        new("host", """ "serviceConnectConfiguration": { "enabled": true, "namespace": "shop" } """, "serviceConnectConfiguration", "Service Connect is not supported when networkMode=host."),
        new("web", $$""" "deploymentController": { "type": "CODE_DEPLOY" }, "loadBalancers": [{ {{Balancer}}, "targetGroupArn": "tg" }], "serviceConnectConfiguration": { "enabled": true, "namespace": "shop" } """, "serviceConnectConfiguration", "Service Connect is not supported with the CODE_DEPLOY deployment controller.", Create),
        new("web", Connect(""" "portName": "http" """), "serviceConnectConfiguration.services[0].clientAliases", "clientAliases must have 1 element."),
        new("web", Connect(""" "portName": "http", "clientAliases": [{ "port": 80 }, { "port": 81 }] """), "serviceConnectConfiguration.services[0].clientAliases", "2 clientAliases exceeds the max limit of 1"),
        new("web", Connect(""" "portName": "http", "clientAliases": [{ "port": 80, "dnsName": "Web" }] """), "serviceConnectConfiguration.services[0].clientAliases[0].dnsName", "The DNS name that you provided is invalid. The name must be a valid DNS name but doesn’t need to be fully-qualified. Up to 127 characters are allowed. The characters can include lowercase letters, numbers, underscores (_), hyphens (-), and periods (.). A hyphen can’t be the first character."),
        new("web", Connect(""" "portName": "http", "discoveryName": "A B", "clientAliases": [{ "port": 80 }] """), "serviceConnectConfiguration.services[0].discoveryName", "The discoveryName that you provided is invalid."),
        new("web", Connect(""" "portName": "http", "clientAliases": [{ "port": 80 }] }, { "portName": "http", "clientAliases": [{ "port": 81 }] """), "serviceConnectConfiguration.services[1].discoveryName", "Duplicate discoveryName found: http"),
        new("web", Connect(""" "portName": "https", "clientAliases": [{ "port": 80 }] """), "serviceConnectConfiguration.services[0].portName", "portName(https) does not refer to any named PortMapping in the container definitions"),
        new("web", Connect(""" "portName": "http", "clientAliases": [{ "port": 70000 }] """), "serviceConnectConfiguration.services[0].clientAliases[0].port", "port must be between 1 and 65535."),
        new("web", """ "vpcLatticeConfigurations": [{ "roleArn": "r", "targetGroupArn": "t", "portName": "https" }] """, "vpcLatticeConfigurations[0].portName", "portName(https) does not refer to any named PortMapping in the container definitions"),

        // Volumes.
        new("web", Volume(), "volumeConfigurations", "Volume configuration provided but no matching configuredAtLaunch volume found in task definition."),
        new("ebs", Volume(name: "other"), "volumeConfigurations[0].name", "The volume name 'other' in your request does not have a matching volume in your Task Definition that is configurable at launch."),
        new("ebs", """ "volumeConfigurations": [] """, "volumeConfigurations", "No volume configuration was provided for the volume 'data', which is configured at launch.", Create, Run, "StartTask"),
        new("ebs", Volume(size: "null"), "volumeConfigurations[0].managedEBSVolume.sizeInGiB", Ebs("Specify either sizeInGiB or snapshotId.")),
        new("ebs", Volume(""" "volumeType": "gp9" """), "volumeConfigurations[0].managedEBSVolume.volumeType", Ebs("'gp9' is not a volume type.")),
        new("ebs", Volume(""" "volumeType": "st1" """), "volumeConfigurations[0].managedEBSVolume.sizeInGiB", Ebs("sizeInGiB must be between 125 and 16384 for st1 volumes.")),
        new("ebs", Volume(""" "volumeType": "io2" """), "volumeConfigurations[0].managedEBSVolume.iops", Ebs("iops is required for io2 volumes.")),
        new("ebs", Volume(""" "volumeType": "gp2", "iops": 3000 """), "volumeConfigurations[0].managedEBSVolume.iops", Ebs("iops is not supported for gp2 volumes.")),
        new("ebs", Volume(""" "iops": 100 """), "volumeConfigurations[0].managedEBSVolume.iops", Ebs("iops must be between 3000 and 16000 for gp3 volumes.")),
        new("ebs", Volume(""" "volumeType": "gp2", "throughput": 200 """), "volumeConfigurations[0].managedEBSVolume.throughput", Ebs("throughput is not supported for gp2 volumes.")),
        new("ebs", Volume(""" "throughput": 2000 """), "volumeConfigurations[0].managedEBSVolume.throughput", Ebs("throughput must be between 125 and 1000.")),
        new("ebs", Volume(""" "volumeInitializationRate": 200 """), "volumeConfigurations[0].managedEBSVolume.volumeInitializationRate", Ebs("volumeInitializationRate requires snapshotId.")),
        new("ebs", Volume(""" "encrypted": false, "kmsKeyId": "k" """), "volumeConfigurations[0].managedEBSVolume.kmsKeyId", Ebs("kmsKeyId requires encryption.")),
        new("ebs", Volume(""" "filesystemType": "zfs" """), "volumeConfigurations[0].managedEBSVolume.filesystemType", "filesystemType should be one of [ext3,ext4,ntfs,xfs]"),
        new("ebs", Volume(role: "null"), "volumeConfigurations[0].managedEBSVolume.roleArn", "roleArn should not be null."),

        // Deployments.
        new("web", """ "deploymentConfiguration": { "maximumPercent": 99 } """, "deploymentConfiguration.maximumPercent", "maximumPercent must be at least 100"),
        new("web", """ "deploymentConfiguration": { "minimumHealthyPercent": 101 } """, "deploymentConfiguration.minimumHealthyPercent", "minimumHealthyPercent must be at most 100"),
        new("web", """ "deploymentConfiguration": { "minimumHealthyPercent": -1 } """, "deploymentConfiguration.minimumHealthyPercent", "minimumHealthyPercent must be at least 0"),
        new("web", Breaker("LUCK", 1), "deploymentConfiguration.deploymentCircuitBreaker.thresholdConfiguration.type", "Invalid deployment circuit breaker threshold type."),
        new("web", Breaker("COUNT", 0), "deploymentConfiguration.deploymentCircuitBreaker.thresholdConfiguration.value", "Invalid deployment circuit breaker threshold value."),
        new("web", Breaker("BOUNDED_PERCENT", 101), "deploymentConfiguration.deploymentCircuitBreaker.thresholdConfiguration.value", "Invalid deployment circuit breaker threshold value."),
        new("external", """ "deploymentController": { "type": "EXTERNAL" }, "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": true } } """, "deploymentConfiguration.deploymentCircuitBreaker", "Deployment circuit breaker feature is only supported with the ECS deployment controller.", Create),
        new("external", """ "deploymentController": { "type": "EXTERNAL" }, "deploymentConfiguration": { "alarms": { "enable": true, "rollback": true, "alarmNames": ["a"] } } """, "deploymentConfiguration.alarms", "Deployment alarms are only supported with the ECS deployment controller.", Create),
        new("external", """ "deploymentController": { "type": "EXTERNAL" }, "deploymentConfiguration": { "strategy": "BLUE_GREEN" } """, "deploymentConfiguration.strategy", "The deployment strategy BLUE_GREEN requires the ECS deployment controller.", Create),
        new("web", """ "deploymentConfiguration": { "alarms": { "enable": true, "rollback": true, "alarmNames": [] } } """, "deploymentConfiguration.alarms.alarmNames", "alarmNames can not be empty."),
        new("web", """ "deploymentConfiguration": { "strategy": "LINEAR", "linearConfiguration": { "stepPercent": 2 } } """, "deploymentConfiguration.linearConfiguration.stepPercent", "stepPercent must be a multiple of 0.1 between 3.0 and 100.0."),
        new("web", """ "deploymentConfiguration": { "strategy": "CANARY", "canaryConfiguration": { "canaryPercent": 0.25 } } """, "deploymentConfiguration.canaryConfiguration.canaryPercent", "canaryPercent must be a multiple of 0.1 between 0.1 and 100.0."),
        new("web", """ "deploymentConfiguration": { "linearConfiguration": { "stepPercent": 10 } } """, "deploymentConfiguration.linearConfiguration", "linearConfiguration is only supported with the LINEAR deployment strategy."),
        new("web", """ "deploymentConfiguration": { "strategy": "BLUE_GREEN", "canaryConfiguration": { "canaryPercent": 10 } } """, "deploymentConfiguration.canaryConfiguration", "canaryConfiguration is only supported with the CANARY deployment strategy."),
        new("web", """ "deploymentConfiguration": { "lifecycleHooks": [{ "targetType": "PAUSE" }] } """, "deploymentConfiguration.lifecycleHooks[0].lifecycleStages", "A lifecycle hook must have at least one lifecycle stage."),
        new("web", """ "deploymentConfiguration": { "lifecycleHooks": [{ "lifecycleStages": ["PRE_SCALE_UP"] }] } """, "deploymentConfiguration.lifecycleHooks[0].hookTargetArn", "A lifecycle hook of type AWS_LAMBDA must have a hookTargetArn."),
        new("web", """ "deploymentConfiguration": { "lifecycleHooks": [{ "hookTargetArn": "f", "lifecycleStages": ["PRE_SCALE_UP"] }] } """, "deploymentConfiguration.lifecycleHooks[0].roleArn", "A lifecycle hook of type AWS_LAMBDA must have a roleArn."),
        new("web", """ "deploymentConfiguration": { "lifecycleHooks": [{ "targetType": "PAUSE", "hookTargetArn": "f", "lifecycleStages": ["PRE_SCALE_UP"] }] } """, "deploymentConfiguration.lifecycleHooks[0].hookTargetArn", "A lifecycle hook of type PAUSE cannot have a hookTargetArn."),
        new("web", """ "deploymentConfiguration": { "strategy": "CANARY" } """, "deploymentConfiguration.strategy", "The deployment strategy CANARY requires a load balancer or Service Connect."),

        // Rebalancing.
        new("web", """ "availabilityZoneRebalancing": "ENABLED", "deploymentConfiguration": { "maximumPercent": 100 } """, "availabilityZoneRebalancing", Balance("maximumPercent <= 100 %", "deployment configuration"), Create),
        new("web", """ "availabilityZoneRebalancing": "ENABLED", "deploymentConfiguration": { "maximumPercent": 100 } """, "availabilityZoneRebalancing", Balance("maximumPercent <= 100 %", "deployment configuration").Replace("created", "updated", StringComparison.Ordinal), Update),
        new("web", """ "availabilityZoneRebalancing": "ENABLED", "schedulingStrategy": "DAEMON", "desiredCount": null """, "availabilityZoneRebalancing", Balance("DAEMON", "scheduling strategy"), Create),
        new("web", $$""" "availabilityZoneRebalancing": "ENABLED", "loadBalancers": [{ {{Balancer}}, "loadBalancerName": "lb" }] """, "availabilityZoneRebalancing", Balance("Classic Load Balancers", "load balancers"), Create),
        new("web", """ "availabilityZoneRebalancing": "ENABLED", "placementConstraints": [{ "type": "memberOf", "expression": "attribute:ecs.availability-zone == us-east-1a" }] """, "availabilityZoneRebalancing", Balance("attribute:ecs.availability-zone", "placement constraint"), Create),
        new("web", """ "availabilityZoneRebalancing": "ENABLED", "placementStrategy": [{ "type": "binpack", "field": "cpu" }] """, "availabilityZoneRebalancing", Balance("a first placement strategy other than spread over Availability Zones", "placement strategy"), Create),

        // Tasks.
        new("web", $$""" "startedBy": "{{new string('x', 129)}}" """, "startedBy", "startedBy can have at most 128 characters."),
        new("web", """ "startedBy": "my script" """, "startedBy", "startedBy contains invalid characters."),
        new("web", $$""" "referenceId": "{{new string('x', 1025)}}" """, "referenceId", "referenceId can have at most 1024 characters."),
        new("web", """ "propagateTags": "SERVICE" """, "propagateTags", "The SERVICE option of propagateTags is not supported for standalone tasks.", Run, "StartTask"),
        new("web", Override($$""" "name": "app", "command": ["{{new string('x', 9000)}}"] """), "overrides", "Container Overrides length must be at most 8192"),
        new("web", Override(""" "cpu": 10 """), "overrides.containerOverrides[0].name", "Container override name can not be blank."),
        new("web", Override(""" "name": "db" """), "overrides.containerOverrides[0].name", "Override for container named db is not a container in the TaskDefinition."),
        new("web", Override(""" "name": "app" }, { "name": "app" """), "overrides.containerOverrides[1].name", "Multiple overrides for container named app."),
        new("web", Override(""" "name": "app", "environment": [{ "value": "x" }] """), "overrides.containerOverrides[0].environment", "Environment variable name should not be null or empty."),
        new("web", Override(""" "name": "app", "memory": 1 """), "overrides.containerOverrides[0].memory", "memory must be between 6 and 2147483647."),
        new("web", Override(""" "name": "app", "resourceRequirements": [{ "type": "GPU", "value": "some" }] """), "overrides.containerOverrides[0].resourceRequirements", "The value of a GPU resource requirement must be a whole number above 0."),
        new("fargate", Override(""" "name": "app", "memory": 4096 """), "overrides.containerOverrides[0].memory", "The 'memory' setting for container 'app' is greater than for the task."),
        new("web", """ "overrides": { "taskRoleArn": "" } """, "overrides.taskRoleArn", "Role is not valid"),
        new("web", """ "overrides": { "cpu": "lots" } """, "overrides.cpu", "Invalid 'cpu' setting for task."),
        new("web", """ "overrides": { "memory": "lots" } """, "overrides.memory", "Invalid 'memory' setting for task."),
        new("fargate", """ "overrides": { "memory": "100 GB" } """, "overrides.memory", "No Fargate configuration exists for given values: 256 CPU, 102400 memory. See the Amazon ECS documentation for the valid values."),
        new("web", """ "overrides": { "ephemeralStorage": { "sizeInGiB": 30 } } """, "overrides.ephemeralStorage", "Tasks using the EC2 launch type do not support EphemeralStorage."),
        new("fargate", """ "overrides": { "ephemeralStorage": { "sizeInGiB": 20 } } """, "overrides.ephemeralStorage.sizeInGiB", "EphemeralStorage size should be at least 21"),
        new("fargate", """ "overrides": { "ephemeralStorage": { "sizeInGiB": 201 } } """, "overrides.ephemeralStorage.sizeInGiB", "EphemeralStorage size should be at most 200"),

        // ECS Exec and metrics.
        new("web", Exec, "enableExecuteCommand", "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.", Create),
        new("fargate", Exec, "enableExecuteCommand", "The service couldn't be updated because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.", Update),
        new("web", Exec, "enableExecuteCommand", "The execute command failed because a valid task role is not being used. Specify a valid task role in your task definition or as a task override and try again.", Run, "StartTask"),
        new("web", Monitoring(""" "metricNames": ["DiskUtilization"], "resolutionSeconds": 20 """), "monitoring.metricConfigurations[0].metricNames", "metricNames should be one of [CPUUtilization,MemoryUtilization]"),
        new("web", Monitoring(""" "metricNames": ["CPUUtilization"], "resolutionSeconds": 30 """), "monitoring.metricConfigurations[0].resolutionSeconds", "resolutionSeconds should be one of [20,60]"),
    ];

    private const string Exec = """ "enableExecuteCommand": true """;

    private static string Monitoring(string members) => $$""" "monitoring": { "metricConfigurations": [{ {{members}} }] } """;

    private static string Times(int count, string item) => string.Join(',', Enumerable.Range(0, count).Select(number => item.Replace("#", $"{number}", StringComparison.Ordinal)));

    private static string Network(string members) => $$""" "networkConfiguration": { "awsvpcConfiguration": { {{members}} } } """;

    private static string Connect(string members) => $$""" "serviceConnectConfiguration": { "enabled": true, "namespace": "shop", "services": [{ {{members}} }] } """;

    private static string Override(string members) => $$""" "overrides": { "containerOverrides": [{ {{members}} }] } """;

    private static string Breaker(string type, int value) => $$""" "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": true, "thresholdConfiguration": { "type": "{{type}}", "value": {{value}} } } } """;

    private static string Advanced(string other = "\"other\"", string rule = $"\"{Rule}\"", string role = "\"role\"", string test = "null") =>
        $$""" "advancedConfiguration": { "alternateTargetGroupArn": {{other}}, "productionListenerRule": {{rule}}, "roleArn": {{role}}, "testListenerRule": {{test}} } """;

    private static string Volume(string more = "\"encrypted\": true", string name = "data", string size = "10", string role = "\"role\"") =>
        $$""" "volumeConfigurations": [{ "name": "{{name}}", "managedEBSVolume": { "roleArn": {{role}}, "sizeInGiB": {{size}}, {{more}} } }] """;

    private static string Ebs(string text) => $"ECS managed EBS volume configuration was invalid. {text}";

    private static string Balance(string what, string member) => $"The service couldn't be created because Availability Zone Rebalancing does not support {what} as {member}. Update {member} and try again.";
}
