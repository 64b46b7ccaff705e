using CsCheck;
using EcsTools.Model;

namespace EcsTools.Tests.Rules;

/// <summary>Random task definitions that break no rule. Each has the container app, which is essential, and the container side, which isn't.</summary>
internal static class GoodDefinitions
{
    private static readonly Gen<string> Images = Gen.OneOf("nginx", "shop/web:1.27", "public.ecr.aws/nginx/nginx:1.28-alpine", $"registry.example.com:5000/web@sha256:{new string('a', 64)}");

    private static readonly Gen<List<string>> Commands = Gen.OneOf<List<string>>(["CMD-SHELL", "exit 0"], ["CMD", "true"], ["NONE"]);

    public static Gen<RegisterTaskDefinitionRequest> Of(Kind kind) =>
        Gen.Select(Images, Images, Gen.Int[64, 256], Gen.Bool.Array[8], Commands, Gen.Int[2, 120], (app, side, memory, has, command, timeout) => new RegisterTaskDefinitionRequest
        {
            Family = "web",
            NetworkMode = Mode(kind),
            RequiresCompatibilities = Required(kind),
            RuntimePlatform = IsWindows(kind) ? new() { OperatingSystemFamily = OSFamily.WindowsServer2022Core } : has[0] ? new() { OperatingSystemFamily = OSFamily.Linux, CpuArchitecture = CPUArchitecture.Arm64 } : null,
            Cpu = kind is Kind.Fargate or Kind.WindowsOnFargate ? "1 vCPU" : has[1] ? "1024" : null,
            Memory = kind is Kind.Fargate or Kind.WindowsOnFargate ? "2 GB" : has[1] ? "2048" : null,
            ExecutionRoleArn = has[2] ? "arn:aws:iam::123456789012:role/execution" : null,
            TaskRoleArn = has[3] ? "web" : null,
            Volumes = [new() { Name = "data" }],
            Tags = has[4] ? [new() { Key = "team", Value = "" }] : null,
            ContainerDefinitions =
            [
                new()
                {
                    Name = "app",
                    Image = app,
                    Memory = memory,
                    Cpu = 64,
                    MountPoints = [new() { SourceVolume = "data", ContainerPath = "/data" }],
                    Environment = has[5] ? [new() { Name = "LEVEL", Value = "100 %" }] : null,
                    PortMappings = kind == Kind.NoNetwork ? null : [new() { ContainerPort = 80, Name = has[6] ? "http" : null }],
                    HealthCheck = new() { Command = command, Interval = has[7] ? 10 : null },
                },
                new()
                {
                    Name = "side",
                    Image = side,
                    Memory = memory,
                    Essential = false,
                    StopTimeout = timeout,
                    DependsOn = [new() { ContainerName = "app", Condition = has[7] ? ContainerCondition.Healthy : ContainerCondition.Start }],
                },
            ],
        });

    private static bool IsWindows(Kind kind) => kind is Kind.Windows or Kind.WindowsOnFargate;

    private static string? Mode(Kind kind) => kind switch
    {
        Kind.Bridge or Kind.External => NetworkMode.Bridge,
        Kind.Host => NetworkMode.Host,
        Kind.NoNetwork => NetworkMode.None,
        _ => NetworkMode.Awsvpc,
    };

    private static List<string>? Required(Kind kind) => kind switch
    {
        Kind.Fargate or Kind.WindowsOnFargate => [Compatibility.Fargate],
        Kind.External => [Compatibility.External],
        Kind.Managed => [Compatibility.ManagedInstances],
        _ => null,
    };
}
