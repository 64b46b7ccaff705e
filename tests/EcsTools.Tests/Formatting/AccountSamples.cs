using EcsTools.Model;
using static EcsTools.Tests.Formatting.Samples;

namespace EcsTools.Tests.Formatting;

/// <summary>The samples of account-level objects, and of those for sessions and agents.</summary>
internal static class AccountSamples
{
    public static CapacityProvider[] CapacityProviders =>
    [
        new()
        {
            Name = "fleet", CapacityProviderArn = Prefix + "capacity-provider/fleet", Status = "ACTIVE", Type = "EC2_AUTOSCALING", UpdateStatus = "UPDATE_COMPLETE", Tags = [new() { Key = "team", Value = "web" }],
            AutoScalingGroupProvider = new()
            {
                AutoScalingGroupArn = "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9:autoScalingGroupName/fleet", ManagedTerminationProtection = "ENABLED", ManagedDraining = "ENABLED",
                ManagedScaling = new() { Status = "ENABLED", TargetCapacity = 80, MinimumScalingStepSize = 1, MaximumScalingStepSize = 10, InstanceWarmupPeriod = 300 },
            },
        },
        new()
        {
            Name = "gpu", CapacityProviderArn = Prefix + "capacity-provider/gpu", Status = "ACTIVE", Type = "MANAGED_INSTANCES", Cluster = Prefix + "cluster/prod", UpdateStatus = "UPDATE_FAILED", UpdateStatusReason = "The instance profile does not exist.",
            ManagedInstancesProvider = new()
            {
                InfrastructureRoleArn = "arn:aws:iam::123456789012:role/ecsInfrastructure",
                InstanceLaunchTemplate = new()
                {
                    Ec2InstanceProfileArn = "arn:aws:iam::123456789012:instance-profile/gpu", CapacityOptionType = "ON_DEMAND", NetworkConfiguration = new() { Subnets = ["subnet-0a1b2c3d"], SecurityGroups = ["sg-0f1e2d3c"] },
                    InstanceRequirements = new() { VCpuCount = new() { Min = 4, Max = 8 }, MemoryMiB = new() { Min = 8192 } },
                },
            },
        },
        new() { Name = "legacy", CapacityProviderArn = Prefix + "capacity-provider/legacy", Status = "INACTIVE", Type = "EC2_AUTOSCALING", UpdateStatus = "DELETE_IN_PROGRESS", AutoScalingGroupProvider = new() { AutoScalingGroupArn = "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1b2c:autoScalingGroupName/legacy" } },
        new() { Name = "FARGATE", CapacityProviderArn = Prefix + "capacity-provider/FARGATE", Status = "ACTIVE", Type = "FARGATE" },
    ];

    public static Setting[] Settings =>
    [
        new() { Name = "containerInsights", Value = "enhanced", Type = "user", PrincipalArn = "arn:aws:iam::123456789012:root" },
        new() { Name = "taskLongArnFormat", Value = "enabled", Type = "user", PrincipalArn = "arn:aws:iam::123456789012:user/jo" },
        new() { Name = "fargateTaskRetirementWaitPeriod", Value = "7", Type = "aws_managed" },
    ];

    public static ProtectedTask[] ProtectedTasks =>
    [
        new() { TaskArn = Prefix + "task/prod/3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b", ProtectionEnabled = true, ExpirationDate = Now.AddHours(2) },
        new() { TaskArn = Prefix + "task/prod/58c0d7e64b53a8f10c2d3e4f5a6b9a81", ProtectionEnabled = false },
    ];

    public static ExecuteCommandResponse[] Commands =>
    [
        new()
        {
            ClusterArn = Prefix + "cluster/prod", TaskArn = Prefix + "task/prod/3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b", ContainerName = "web", Interactive = true,
            Session = new() { SessionId = "ecs-execute-command-0a1b2c3d", StreamUrl = "wss://ssmmessages.eu-west-1.amazonaws.com/v1/data-channel/ecs-execute-command-0a1b2c3d", TokenValue = "secret" },
        },
    ];

    public static DiscoverPollEndpointResponse[] PollEndpoints => [new() { Endpoint = "https://ecs-a-1.eu-west-1.amazonaws.com/", TelemetryEndpoint = "https://ecs-t-1.eu-west-1.amazonaws.com/" }];
}
