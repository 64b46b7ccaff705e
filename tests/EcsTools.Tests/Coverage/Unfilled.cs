namespace EcsTools.Tests.Coverage;

/// <summary>The members of answers that the local ECS never fills, and why.</summary>
internal static class Unfilled
{
    private static readonly (string Reason, string[] Members)[] Reasons =
    [
        ("The local ECS has no GPUs and no Neuron devices to give to containers.",
            [
                "Container.gpuIds", "Container.gpuSharingStrategy", "Container.neuronDeviceIds", "ContainerInstance.gpuDevices", "GpuDevice.containerCount",
                "GpuDevice.gpuId", "GpuDevice.remainingMemoryInMiB", "GpuDevice.sharingMode", "GpuDevice.totalMemoryInMiB",
            ]),
        ("AWS ended Elastic Inference: ECS refuses new task definitions with accelerators, and so does the local ECS.",
            ["Task.inferenceAccelerators", "TaskDefinition.inferenceAccelerators"]),
        ("There is no VPC: the addresses of tasks are IPv4.",
            ["NetworkInterface.ipv6Address"]),
        ("Nothing fails here while ECS makes or changes it.",
            [
                "ContainerInstance.statusReason", "ExpressGatewayServiceStatus.statusReason", "Gateway.statusReason", "InstanceHealthCheckResult.statusReason",
                "ManagedAgent.reason", "GatewayOperationError.code", "GatewayOperationError.message", "GatewayOperationError.operation", "GatewayResourceFailure.arn",
                "GatewayResourceFailure.errors",
            ]),
        ("The failures that the local ECS answers are named by their reason.",
            ["Failure.detail"]),
        ("A daemon deployment that fails stays failed; it is not rolled back.",
            [
                "DaemonDeployment.rollback", "DaemonRollback.reason", "DaemonRollback.rollbackCapacityProviders", "DaemonRollback.rollbackTargetDaemonRevisionArn",
                "DaemonRollback.startedAt",
            ]),
        ("A gateway has one load balancer here: there is no second page.",
            ["DescribeGatewayResourcesResponse.nextToken"]),
        ("There is no VPC: only the load balancer's own security groups are named.",
            ["GatewayRouteAlbResources.serviceSecurityGroupArn"]),
        ("Load balancers and VPC Lattice are names only. The local ECS has no rules that lead to target groups.",
            [
                "ResolvedConfiguration.loadBalancers", "ResolvedConfiguration.vpcLatticeConfigurations", "ServiceRevision.resolvedConfiguration",
                "ServiceRevisionLoadBalancer.productionListenerRule", "ServiceRevisionLoadBalancer.targetGroupArn",
                "ServiceRevisionVpcLatticeConfiguration.productionListenerRule", "ServiceRevisionVpcLatticeConfiguration.targetGroupArn",
            ]),
        ("The documentation of AWS does not describe when ECS overrides the platform of a task definition in a revision. The local ECS never does.",
            ["RuntimePlatformOverride.cpuArchitecture", "ServiceRevision.overrides", "ServiceRevisionOverrides.runtimePlatform"]),
        ("CodeDeploy, which would start task sets, is not here.",
            ["TaskSet.startedBy"]),
        ("An Express service's own load balancers, certificates, alarms, log groups and scaling do not exist here, so no revision names them.",
            [
                "ECSManagedResources.autoScaling", "ECSManagedResources.gatewayConnections", "ECSManagedResources.ingressPaths", "ECSManagedResources.logGroups",
                "ECSManagedResources.metricAlarms", "ECSManagedResources.serviceSecurityGroups", "GatewayConnection.accessType", "GatewayConnection.gatewayArn",
                "GatewayConnection.gatewayRouteArn", "GatewayConnection.portName", "GatewayConnection.resources", "GatewayConnection.serviceUrl",
                "GatewayConnection.status", "GatewayConnectionAlbResources.acmCertificateArn", "GatewayConnectionAlbResources.alternateTargetGroupArn",
                "GatewayConnectionAlbResources.listenerArn", "GatewayConnectionAlbResources.listenerRuleArn", "GatewayConnectionAlbResources.loadBalancerArn",
                "GatewayConnectionAlbResources.loadBalancerSecurityGroupArns", "GatewayConnectionAlbResources.targetGroupArn",
                "GatewayConnectionAlbResources.testListenerRuleArn", "GatewayConnectionResources.hostSharedAlb", "ManagedApplicationAutoScalingPolicy.arn",
                "ManagedApplicationAutoScalingPolicy.metric", "ManagedApplicationAutoScalingPolicy.policyType", "ManagedApplicationAutoScalingPolicy.status",
                "ManagedApplicationAutoScalingPolicy.statusReason", "ManagedApplicationAutoScalingPolicy.targetValue",
                "ManagedApplicationAutoScalingPolicy.updatedAt", "ManagedAutoScaling.applicationAutoScalingPolicies", "ManagedAutoScaling.scalableTarget",
                "ManagedCertificate.arn", "ManagedCertificate.domainName", "ManagedCertificate.status", "ManagedCertificate.statusReason",
                "ManagedCertificate.updatedAt", "ManagedIngressPath.accessType", "ManagedIngressPath.certificate", "ManagedIngressPath.endpoint",
                "ManagedIngressPath.listener", "ManagedIngressPath.loadBalancer", "ManagedIngressPath.loadBalancerSecurityGroups", "ManagedIngressPath.rule",
                "ManagedIngressPath.targetGroups", "ManagedListener.arn", "ManagedListener.status", "ManagedListener.statusReason", "ManagedListener.updatedAt",
                "ManagedListenerRule.arn", "ManagedListenerRule.status", "ManagedListenerRule.statusReason", "ManagedListenerRule.updatedAt",
                "ManagedLoadBalancer.arn", "ManagedLoadBalancer.scheme", "ManagedLoadBalancer.securityGroupIds", "ManagedLoadBalancer.status",
                "ManagedLoadBalancer.statusReason", "ManagedLoadBalancer.subnetIds", "ManagedLoadBalancer.updatedAt", "ManagedLogGroup.arn",
                "ManagedLogGroup.logGroupName", "ManagedLogGroup.status", "ManagedLogGroup.statusReason", "ManagedLogGroup.updatedAt", "ManagedMetricAlarm.arn",
                "ManagedMetricAlarm.status", "ManagedMetricAlarm.statusReason", "ManagedMetricAlarm.updatedAt", "ManagedScalableTarget.arn",
                "ManagedScalableTarget.maxCapacity", "ManagedScalableTarget.minCapacity", "ManagedScalableTarget.status", "ManagedScalableTarget.statusReason",
                "ManagedScalableTarget.updatedAt", "ManagedSecurityGroup.arn", "ManagedSecurityGroup.status", "ManagedSecurityGroup.statusReason",
                "ManagedSecurityGroup.updatedAt", "ManagedTargetGroup.arn", "ManagedTargetGroup.healthCheckPath", "ManagedTargetGroup.healthCheckPort",
                "ManagedTargetGroup.port", "ManagedTargetGroup.status", "ManagedTargetGroup.statusReason", "ManagedTargetGroup.updatedAt",
                "ServiceRevision.ecsManagedResources",
            ]),
    ];

    public static IEnumerable<(string Owner, string Member)> Members => Reasons.SelectMany(one => one.Members).Select(name => (name.Split('.')[0], name.Split('.')[1]));

    public static string? Reason((string Owner, string Member) member) => Array.Find(Reasons, one => one.Members.Contains($"{member.Owner}.{member.Member}")).Reason;
}
