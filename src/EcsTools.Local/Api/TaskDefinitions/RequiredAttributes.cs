using System.Text.RegularExpressions;
using EcsTools.Model;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Local.Api.TaskDefinitions;

/// <summary>The attributes that an instance must have to run a task definition. Agents report them; the names are ECS's.</summary>
internal static partial class RequiredAttributes
{
    private const string Vendor = "com.amazonaws.ecs.capability.", Own = "ecs.capability.";

    public static List<Attribute> Of(TaskDefinition definition)
    {
        List<string> names = [.. Of(definition.ContainerDefinitions ?? [], definition), .. OfTask(definition)];
        return names.Distinct().Order(StringComparer.Ordinal).Select(name => new Attribute { Name = name }).ToList();
    }

    private static IEnumerable<string> Of(List<ContainerDefinition> containers, TaskDefinition definition)
    {
        yield return Api(18);
        if (containers.Exists(one => one.DependsOn is { Count: > 0 })) yield return Own + "container-ordering";
        if (containers.Exists(one => one.HealthCheck is not null)) yield return Own + "container-health-check";
        if (containers.Exists(one => one.MemoryReservation is not null)) yield return Api(21);
        if (containers.Exists(one => one.Privileged == true)) yield return Vendor + "privileged-container";
        if (containers.Exists(one => one.FirelensConfiguration is not null))
            yield return Own + "firelens.fluent" + (containers.Exists(one =>
                one.FirelensConfiguration?.Type == FirelensConfigurationType.Fluentd)
                ? "d"
                : "bit");
        if (containers.Exists(one => one.EnvironmentFiles is { Count: > 0 })) yield return Own + "env-files.s3";
        if (containers.Exists(one => one.RepositoryCredentials is not null))
            yield return Own + "private-registry-authentication.secretsmanager";
        if (containers.Exists(one => Registry().IsMatch(one.Image ?? "")))
        {
            yield return Vendor + "ecr-auth";
            if (definition.ExecutionRoleArn is not null) yield return Own + "execution-role-ecr-pull";
        }

        foreach (var name in containers
            .SelectMany(one => OfSecrets(one.Secrets ?? []))
            .Concat(containers.SelectMany(one => OfLog(one.LogConfiguration, definition))))
            yield return name;
    }

    private static IEnumerable<string> OfTask(TaskDefinition definition)
    {
        if (definition.NetworkMode == NetworkMode.Awsvpc) yield return Own + "task-eni";
        if (definition.TaskRoleArn is not null)
            yield return Vendor + (definition.NetworkMode == NetworkMode.Host ? "task-iam-role-network-host" : "task-iam-role");
        if (definition.PidMode is not null || definition.IpcMode is not null) yield return Own + "pid-ipc-namespace-sharing";
        if (definition.Volumes?.Exists(volume => volume.EfsVolumeConfiguration is not null) == true) yield return Own + "efs";
        if (definition.Volumes?.Exists(volume => volume.EfsVolumeConfiguration?.AuthorizationConfig is not null) == true)
            yield return Own + "efsAuth";
        foreach (var driver in (definition.Volumes ?? []).Select(volume => volume.DockerVolumeConfiguration?.Driver).OfType<string>())
            yield return Own + "docker-plugin." + driver;
        if (definition.ProxyConfiguration is not null) yield return Own + "aws-appmesh";
    }

    private static IEnumerable<string> OfSecrets(List<Secret> secrets) =>
        secrets.Select(secret =>
            Own + (secret.ValueFrom?.Contains(":secretsmanager:", StringComparison.Ordinal) == true
                ? "secrets.asm.environment-variables"
                : "secrets.ssm.environment-variables"));

    private static IEnumerable<string> OfLog(LogConfiguration? log, TaskDefinition definition)
    {
        if (log?.LogDriver is not { } driver) yield break;
        yield return Vendor + "logging-driver." + driver;
        if (driver == LogDriver.Awslogs) yield return Api(19);
        if (driver == LogDriver.Awslogs && definition.ExecutionRoleArn is not null) yield return Own + "execution-role-awslogs";
    }

    private static string Api(int minor) => $"{Vendor}docker-remote-api.1.{minor}";

    [GeneratedRegex(@"\A\d{12}\.dkr[.\-]ecr")]
    private static partial Regex Registry();
}
