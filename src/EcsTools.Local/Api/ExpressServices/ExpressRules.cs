using System.Globalization;
using EcsTools.Local.Api.TaskDefinitions;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Api.ExpressServices;

/// <summary>What ECS takes as an Express service, what it fills in, and the task definition that it makes of it.</summary>
internal static class ExpressRules
{
    /// <summary>The container that takes the traffic, in every task definition of an Express service.</summary>
    private const string Main = "Main";

    private const string DefaultCpu = "256", DefaultMemory = "512", DefaultPath = "/ping";

    private const int DefaultPort = 80, DefaultTarget = 60, DefaultMost = 20;

    /// <summary>A configuration with ECS's defaults in the place of what is not given.</summary>
    /// <exception cref="EcsFault">ECS would refuse it.</exception>
    public static ExpressGatewayServiceConfiguration Whole(ExpressGatewayServiceConfiguration asked)
    {
        var whole = asked.Copy();
        whole.HealthCheckPath ??= DefaultPath;
        whole.ScalingTarget = Scaling(asked.ScalingTarget);
        whole.NetworkConfiguration ??= new() { SecurityGroups = [], Subnets = [] };
        if (whole.TaskDefinitionArn is null)
        {
            whole.Cpu ??= DefaultCpu;
            whole.Memory ??= DefaultMemory;
            whole.CpuArchitecture ??= ExpressCpuArchitecture.X8664;
            whole.PrimaryContainer = Container(asked.PrimaryContainer);
            if (!TaskSize.IsOfFargate(TaskSize.Cpu(whole.Cpu), TaskSize.Memory(whole.Memory)))
                throw EcsFault
                    .InvalidParameter($"No Fargate configuration exists for given values: {whole.Cpu} CPU, {whole.Memory} memory.");
        }

        if (!whole.HealthCheckPath.StartsWith('/')) throw EcsFault.InvalidParameter("healthCheckPath must start with a slash.");
        Check.OneOf(whole.CpuArchitecture, "cpuArchitecture", [.. ExpressCpuArchitecture.Values]);
        return whole;
    }

    /// <exception cref="EcsFault">A task definition of one's own is given together with what ECS would make one of.</exception>
    public static void OneSource(string? taskDefinition, params object?[] parts)
    {
        if (taskDefinition is not null && parts.Any(part => part is not null))
            throw EcsFault
                .InvalidParameter("taskDefinitionArn can not be given together with primaryContainer, executionRoleArn, taskRoleArn, cpu, memory or cpuArchitecture.");
    }

    /// <summary>The ARN of the task definition to run: the caller's own, or one that is registered for it.</summary>
    public static string Definition(Call call, string service, ExpressGatewayServiceConfiguration configuration) =>
        configuration.TaskDefinitionArn is { } own ? Own(call, own) : Register(call, service, configuration);

    public static NetworkConfiguration Network(Call call, ExpressGatewayServiceNetworkConfiguration network) => new()
    {
        AwsvpcConfiguration = new()
        {
            Subnets = network.Subnets is { Count: > 0 } subnets
                ? subnets
                : [call.Engine.Random.Ec2Id("subnet"), call.Engine.Random.Ec2Id("subnet")],
            SecurityGroups = network.SecurityGroups is { Count: > 0 } groups ? groups : [call.Engine.Random.Ec2Id("sg")],
            AssignPublicIp = AssignPublicIp.Enabled,
        },
    };

    private static string Own(Call call, string arn)
    {
        var definition = call.UsableDefinition(arn).Resource;
        var main =
            definition.ContainerDefinitions!.Find(container => container.Name == Main)
                ?? throw EcsFault.InvalidParameter($"The task definition must have a container named {Main}.");
        if (main.PortMappings is not [{ Name: not null, Protocol: TransportProtocol.Tcp }])
            throw EcsFault.InvalidParameter($"The container {Main} must have exactly one TCP port mapping, with a name.");
        if (definition.Compatibilities?.Contains(Compatibility.Fargate) != true)
            throw new EcsFault("PlatformTaskDefinitionIncompatibilityException", "The task definition must be compatible with FARGATE.");
        return definition.TaskDefinitionArn!;
    }

    private static string Register(Call call, string service, ExpressGatewayServiceConfiguration configuration)
    {
        var container = configuration.PrimaryContainer!;
        var port = container.ContainerPort!.Value;
        var request = new RegisterTaskDefinitionRequest
        {
            Family = service,
            ExecutionRoleArn = configuration.ExecutionRoleArn,
            TaskRoleArn = configuration.TaskRoleArn,
            NetworkMode = NetworkMode.Awsvpc,
            RequiresCompatibilities = [Compatibility.Fargate],
            Cpu = configuration.Cpu,
            Memory = configuration.Memory,
            RuntimePlatform = new() { OperatingSystemFamily = "LINUX", CpuArchitecture = configuration.CpuArchitecture },
            ContainerDefinitions =
            [
                new()
                {
                    Name = Main,
                    Image = container.Image,
                    Essential = true,
                    Command = container.Command,
                    Environment = container.Environment,
                    Secrets = container.Secrets,
                    RepositoryCredentials = container.RepositoryCredentials is { } login
                        ? new() { CredentialsParameter = login.CredentialsParameter }
                        : null,
                    PortMappings = [new()
                    {
                        Name = $"main-{port.ToString(CultureInfo.InvariantCulture)}-tcp",
                        ContainerPort = port,
                        Protocol = TransportProtocol.Tcp,
                    }],
                    LogConfiguration = Logs(call, service, container.AwsLogsConfiguration),
                },
            ],
        };
        var registered = (RegisterTaskDefinitionResponse)new RegisterTaskDefinitionHandler().Handle(call, request);
        return registered.TaskDefinition!.TaskDefinitionArn!;
    }

    private static LogConfiguration Logs(Call call, string service, ExpressGatewayServiceAwsLogsConfiguration? logs) => new()
    {
        LogDriver = LogDriver.Awslogs,
        Options = new()
        {
            ["awslogs-group"] = logs?.LogGroup ?? $"/aws/ecs/{service}",
            ["awslogs-region"] = call.Region.Region,
            ["awslogs-stream-prefix"] = logs?.LogStreamPrefix ?? "ecs",
        },
    };

    private static ExpressGatewayContainer Container(ExpressGatewayContainer? container)
    {
        if (string.IsNullOrEmpty(container?.Image)) throw EcsFault.InvalidParameter("primaryContainer must have an image.");
        if (container.ContainerPort is < 1 or > 65535) throw EcsFault.InvalidParameter("containerPort must be between 1 and 65535.");
        var whole = container.Copy();
        whole.ContainerPort ??= DefaultPort;
        return whole;
    }

    private static ExpressGatewayScalingTarget Scaling(ExpressGatewayScalingTarget? asked)
    {
        Check.OneOf(asked?.AutoScalingMetric, "autoScalingMetric", [.. ExpressGatewayServiceScalingMetric.Values]);
        var whole = asked?.Copy() ?? new();
        whole.MinTaskCount ??= 1;
        whole.MaxTaskCount ??= Math.Max(DefaultMost, whole.MinTaskCount.Value);
        whole.AutoScalingMetric ??= ExpressGatewayServiceScalingMetric.AverageCpu;
        whole.AutoScalingTargetValue ??= DefaultTarget;
        if (whole.MinTaskCount < 0) throw EcsFault.InvalidParameter("minTaskCount can not be lesser than 0.");
        if (whole.MaxTaskCount < whole.MinTaskCount) throw EcsFault.InvalidParameter("maxTaskCount can not be lesser than minTaskCount.");
        return whole;
    }
}
