using System.Collections;
using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>What Fargate, Windows and managed instances don't have.</summary>
internal sealed class PlatformRules : RuleMaking<Definition>
{
    private const string OnEc2 = "Leave it out, or run the task on EC2.", OnLinux = "Leave it out, or run the task on Linux.";

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Recorded(
            "Fargate doesn't have the PID mode host.",
            "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'.",
            "Set pidMode to task, or omit it.",
            all => When(all.IsFargate && all.Request.PidMode == PidMode.Host, "pidMode")),
        Recorded(
            "Fargate doesn't have IPC modes.", "Fargate compatible task definitions do not support ipcMode", OnEc2,
            all => When(all.IsFargate && all.Request.IpcMode is not null, "ipcMode")),
        Recorded(
            "Fargate doesn't have volumes with a path of the host.",
            "Fargate compatible task definitions do not support sourcePath",
            "Leave sourcePath out, or run the task on EC2.",
            all =>
                all.IsFargate
                    ? all.Volumes
                        .Where(one => one.Volume.Host?.SourcePath is not null)
                        .Select(one => new Breach($"{one.Path}.host.sourcePath"))
                    : []),
        Recorded(
            "Fargate doesn't have placement constraints.", "Fargate compatible task definitions do not support constraints", OnEc2,
            all => When(all.IsFargate && IsSet(all.Request.PlacementConstraints), "placementConstraints")),
        Recorded(
            "Fargate doesn't have privileged containers.",
            "Fargate requires that the ‘privileged’ setting be ‘false’ at the container level.",
            OnEc2,
            all => all.IsFargate ? Set(all, "privileged", one => one.Privileged).Select(path => new Breach(path)) : []),
        OnFargate("dockerVolumeConfiguration", all => Paths(all, "dockerVolumeConfiguration", volume => volume.DockerVolumeConfiguration)),
        OnFargate("fsxWindowsFileServerVolumeConfiguration", all =>
            Paths(
                all,
                "fsxWindowsFileServerVolumeConfiguration",
                volume => volume.FsxWindowsFileServerVolumeConfiguration)) with { Origin = Origin.Documented },
        Documented(
            "Volumes of FSx for Windows File Server are for Windows containers.",
            "fsxWindowsFileServerVolumeConfiguration is only supported for Windows containers.",
            "Use an Amazon EFS volume, or set operatingSystemFamily to a Windows one.",
            all =>
                all.Request.RuntimePlatform?.OperatingSystemFamily == OSFamily.Linux && !all.IsFargate
                    ? Paths(
                        all,
                        "fsxWindowsFileServerVolumeConfiguration",
                        volume => volume.FsxWindowsFileServerVolumeConfiguration).Select(path => new Breach(path))
                    : []),
        Documented(
            "Windows containers on Fargate don't have volumes of Amazon EBS.",
            "configuredAtLaunch is not supported for Windows containers on Fargate.",
            "Leave it out, or run the task on EC2.",
            all =>
                all.IsFargate && all.IsWindows
                    ? Paths(all, "configuredAtLaunch", volume => volume.ConfiguredAtLaunch).Select(path => new Breach(path))
                    : []),
        OnWindows("efsVolumeConfiguration", all => Paths(all, "efsVolumeConfiguration", volume => volume.EfsVolumeConfiguration)),
        Recorded(
            "Fargate doesn't have GPUs and Neuron devices.",
            "Tasks using the Fargate launch type do not support {0:type} resource requirements.",
            OnEc2,
            all =>
                all.IsFargate
                    ? all
                        .Items("resourceRequirements", one => one.ResourceRequirements)
                        .Where(one => one.Item.Type is ResourceType.Gpu or ResourceType.NeuronDevice)
                        .Select(one => new Breach(one.Path, one.Item.Type))
                    : []),
        Recorded(
            "Elastic Inference is no longer available.", "Unsupported field 'inferenceAccelerators'.", "Remove inferenceAccelerators.",
            all => When(IsSet(all.Request.InferenceAccelerators), "inferenceAccelerators")),
        Recorded(
            "Task definitions that require EC2 or external instances alone don't have ephemeral storage.",
            "Tasks using the EC2 launch type do not support EphemeralStorage.",
            "Leave ephemeralStorage out, or require FARGATE.",
            all =>
                When(
                    all.Request.EphemeralStorage is not null && !all.IsFargate && !all.Requires(Compatibility.ManagedInstances)
                        && IsSet(all.Request.RequiresCompatibilities),
                    "ephemeralStorage")),
        Recorded(
            "Windows on Fargate runs on X86_64.",
            "No Fargate configuration exists for given values: {0:cpu} CPU, {1:memory} memory. See the Amazon ECS documentation for the valid values.",
            "Set cpuArchitecture to X86_64.",
            all =>
                When(
                    all.IsFargate && all.IsWindows && all.Request.RuntimePlatform!.CpuArchitecture == CPUArchitecture.Arm64,
                    "runtimePlatform.cpuArchitecture",
                    all.Cpu,
                    all.Memory)),
        .. FargateMembers.Select(member => OnFargate(member.Name, all => Set(all, member.Name, member.Get))),
        .. WindowsMembers.Select(member => OnWindows(member.Name, all => Set(all, member.Name, member.Get))),
        OnWindows("pidMode", all => all.Request.PidMode is not null ? ["pidMode"] : []),
        OnWindows("ipcMode", all => all.Request.IpcMode is not null ? ["ipcMode"] : []),
        Documented(
            "Windows containers have the default network mode or awsvpc.",
            "Windows containers do not support networkMode {0:mode}.",
            "Set networkMode to awsvpc, or omit it.",
            all => When(all.IsWindows && all.Mode is not (null or NetworkMode.Awsvpc), "networkMode", all.Mode)),
        Documented(
            "Windows containers have Docker volumes of the driver local only.",
            "Windows containers only support the local volume driver.",
            "Set driver to local.",
            all =>
                all.IsWindows
                    ? all.Volumes
                        .Where(one => one.Volume.DockerVolumeConfiguration?.Driver is not (null or "local"))
                        .Select(one => new Breach($"{one.Path}.dockerVolumeConfiguration.driver"))
                    : []),
        Documented(
            "Managed instances have the network modes awsvpc and host.",
            "Managed Instances compatible task definitions do not support networkMode {0:mode}.",
            "Set networkMode to awsvpc or host.",
            all =>
                When(
                    all.Requires(Compatibility.ManagedInstances) && all.Mode is not (NetworkMode.Awsvpc or NetworkMode.Host),
                    "networkMode",
                    all.Mode ?? NetworkMode.Bridge)),
        Documented(
            "Managed instances run Linux.",
            "Managed Instances compatible task definitions do not support Windows containers.",
            "Set operatingSystemFamily to LINUX.",
            all => When(all.Requires(Compatibility.ManagedInstances) && all.IsWindows, "runtimePlatform.operatingSystemFamily")),
    ];

    private static (string Name, Func<ContainerDefinition, object?> Get)[] FargateMembers =>
    [
        ("dockerSecurityOptions", one => one.DockerSecurityOptions),
        ("linuxParameters.devices", one => one.LinuxParameters?.Devices),
        ("linuxParameters.sharedMemorySize", one => one.LinuxParameters?.SharedMemorySize),
        ("linuxParameters.maxSwap", one => one.LinuxParameters?.MaxSwap),
        ("linuxParameters.swappiness", one => one.LinuxParameters?.Swappiness),
    ];

    private static (string Name, Func<ContainerDefinition, object?> Get)[] WindowsMembers =>
    [
        ("links", one => one.Links),
        ("linuxParameters", one => one.LinuxParameters),
        ("user", one => one.User),
        ("disableNetworking", one => one.DisableNetworking),
        ("privileged", one => one.Privileged),
        ("readonlyRootFilesystem", one => one.ReadonlyRootFilesystem),
        ("dnsServers", one => one.DnsServers),
        ("dnsSearchDomains", one => one.DnsSearchDomains),
        ("extraHosts", one => one.ExtraHosts),
        ("ulimits", one => one.Ulimits),
        ("systemControls", one => one.SystemControls),
    ];

    private static Rule<Definition> OnFargate(string member, Func<Definition, IEnumerable<string>> places) => Recorded(
        $"Fargate doesn't have {member}.",
        $"Fargate compatible task definitions do not support {member[(member.IndexOf('.', StringComparison.Ordinal) + 1)..]}",
        OnEc2,
        all =>
            all.IsFargate ? places(all).Select(path => new Breach(path)) : []);

    private static Rule<Definition> OnWindows(string member, Func<Definition, IEnumerable<string>> places) => Documented(
        $"Windows containers don't have {member}.", $"{member} is not supported for Windows containers.", OnLinux, all =>
            all.IsWindows ? places(all).Select(path => new Breach(path)) : []);

    private static IEnumerable<string> Set(Definition all, string member, Func<ContainerDefinition, object?> get) =>
        all.Containers.Where(one => IsSet(get(one.It))).Select(one => $"{one.Path}.{member}");

    private static IEnumerable<string> Paths(Definition all, string member, Func<Volume, object?> get) =>
        all.Volumes.Where(one => IsSet(get(one.Volume))).Select(one => $"{one.Path}.{member}");

    private static bool IsSet(object? value) => value is not (null or false or ICollection { Count: 0 });
}
