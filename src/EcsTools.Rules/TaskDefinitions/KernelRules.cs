using System.Globalization;
using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Limits and parameters of the kernel, and the devices that containers get.</summary>
internal sealed class KernelRules : RuleMaking<Definition>
{
    private static readonly string[] OfProcesses = [
        "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni",
        "kernel.shm_rmid_forced",
    ];

    private static readonly string[] Capabilities =
    [
        "ALL", "AUDIT_CONTROL", "AUDIT_WRITE", "BLOCK_SUSPEND", "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "IPC_LOCK",
        "IPC_OWNER", "KILL", "LEASE", "LINUX_IMMUTABLE",
        "MAC_ADMIN", "MAC_OVERRIDE", "MKNOD", "NET_ADMIN", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_RAW", "SETFCAP", "SETGID", "SETPCAP",
        "SETUID", "SYS_ADMIN", "SYS_BOOT", "SYS_CHROOT",
        "SYS_MODULE", "SYS_NICE", "SYS_PACCT", "SYS_PTRACE", "SYS_RAWIO", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "SYSLOG",
        "WAKE_ALARM",
    ];

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Recorded(
            "A ulimit's soft limit is at most its hard limit.",
            "Soft limit exceeds hard limit for ulimit {0:name}",
            "Lower softLimit, or raise hardLimit.",
            all =>
                all
                    .Items("ulimits", one => one.Ulimits)
                    .Where(limit => limit.Item.SoftLimit > limit.Item.HardLimit && limit.Item.HardLimit >= 0)
                    .Select(limit => new Breach($"{limit.Path}.softLimit", limit.Item.Name))),
        Documented(
            "A system control is of the namespace net, fs.mqueue, or one of the IPC parameters of kernel.",
            "The namespace '{0:name}' of systemControls is not supported.",
            "Choose net.*, fs.mqueue.* or an IPC parameter of kernel.",
            all => Controls(all, name => !name.StartsWith("net.", StringComparison.Ordinal) && !IsOfProcesses(name))),
        Documented(
            "With the IPC mode host, no system control is of the IPC namespace.",
            "IPC namespace systemControls are not supported with ipcMode 'host'.",
            "Remove '{0:name}', or set another ipcMode.",
            all => all.Request.IpcMode == IpcMode.Host ? Controls(all, IsOfProcesses) : []),
        Documented(
            "With the network mode host, no system control is of the network namespace.",
            "Network namespace systemControls are not supported with networkMode 'host'.",
            "Remove '{0:name}', or set another networkMode.",
            all => all.Mode == NetworkMode.Host ? Controls(all, name => name.StartsWith("net.", StringComparison.Ordinal)) : []),
        Documented(
            "A capability is one of Linux's.",
            "'{0:name}' is not a valid Linux capability.",
            "Write it in capitals and without CAP_, for example NET_ADMIN.",
            all =>
                Added(all)
                    .Concat(Listed(all, "drop", capabilities => capabilities.Drop))
                    .Where(one => !Capabilities.Contains(one.Name))
                    .Select(one => new Breach(one.Path, one.Name))),
        Recorded(
            "Fargate adds the capability SYS_PTRACE only.",
            "{0:name} is not allowed on Fargate.",
            "Remove '{0:name}', or run the task on EC2.",
            all =>
                all.IsFargate
                    ? Added(all)
                        .Where(one => one.Name != "SYS_PTRACE" && Capabilities.Contains(one.Name))
                        .Select(one => new Breach(one.Path, one.Name))
                    : []),
        Warning(
            "Swappiness has an effect only if maxSwap is set.",
            "Without maxSwap, swappiness is ignored.",
            "Set maxSwap, or remove swappiness.",
            all =>
                all.Containers
                    .Where(one => one.It.LinuxParameters is { Swappiness: not null, MaxSwap: null })
                    .Select(one => one.At("linuxParameters.swappiness"))),
        Documented(
            "A GPU has a value or a sharing strategy, not both.",
            "A resource requirement must specify one of 'value' or 'sharingStrategy'.",
            "Set value, or sharingStrategy for a GPU.",
            all =>
                Resources(all, "value", one =>
                    (one.Value is null) == (one.SharingStrategy is null)
                        || (one.SharingStrategy is not null && one.Type != ResourceType.Gpu))),
        Documented(
            "The value of a GPU is how many of them the container gets.",
            "The value of a GPU resource requirement must be a whole number above 0.",
            "Set value to the number of GPUs.",
            all => Resources(all, "value", one => one is { Type: ResourceType.Gpu, Value: { } value } && !IsCount(value))),
        Documented(
            "All containers share GPUs, or none does.",
            "The containers in a task that request GPUs must all use the same option.",
            "Set value on all of them, or sharingStrategy on all.",
            all =>
                Gpus(all)
                    .DistinctBy(one => one.Item.SharingStrategy is null)
                    .Skip(1)
                    .Select(one => new Breach($"{one.Path}.sharingStrategy"))),
        Documented(
            "External instances don't share GPUs.",
            "External compatible task definitions do not support GPU sharing.",
            "Set value in place of sharingStrategy.",
            all =>
                all.Requires(Compatibility.External)
                    ? Gpus(all).Where(one => one.Item.SharingStrategy is not null).Select(one => new Breach($"{one.Path}.sharingStrategy"))
                    : []),
        Documented(
            "The value of a Neuron device is ALL.", "The value of a NeuronDevice resource requirement must be ALL.", "Set value to ALL.",
            all => Resources(all, "value", one => one is { Type: ResourceType.NeuronDevice, Value: not (null or "ALL") })),
        Documented(
            "One container has Neuron devices at most.",
            "Only one container in a task can specify NeuronDevice resources.",
            "Keep the Neuron devices of one container.",
            all =>
                Requirements(all)
                    .Where(one => one.Item.Type == ResourceType.NeuronDevice)
                    .Skip(1)
                    .Select(one => new Breach($"{one.Path}.type"))),
        Documented(
            "An inference accelerator of a container is one of the task's.",
            "Unknown inference accelerator '{0:name}'.",
            "Name the deviceName of one of the task's inferenceAccelerators.",
            all => Requirements(all).Where(one =>
                one.Item is { Type: ResourceType.InferenceAccelerator, Value: { } name }
                    && all.Request.InferenceAccelerators?.Exists(device => device?.DeviceName == name) != true)
                .Select(one => new Breach($"{one.Path}.value", one.Item.Value))),
    ];

    /// <summary>Whether a value is a number of GPUs.</summary>
    public static bool IsCount(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;

    private static bool IsOfProcesses(string name) => OfProcesses.Contains(name) || name.StartsWith("fs.mqueue.", StringComparison.Ordinal);

    private static IEnumerable<Breach> Controls(Definition all, Func<string, bool> isBroken) =>
        all
            .Items("systemControls", one => one.SystemControls)
            .Where(control => control.Item.Namespace is { } name && isBroken(name))
            .Select(control => new Breach($"{control.Path}.namespace", control.Item.Namespace));

    private static IEnumerable<(string Path, string Name)> Added(Definition all) => Listed(all, "add", capabilities => capabilities.Add);

    private static IEnumerable<(string Path, string Name)> Listed(
        Definition all, string member, Func<KernelCapabilities, List<string>?> list) =>
        all.Containers.Where(one => one.It.LinuxParameters?.Capabilities is not null)
            .SelectMany(one =>
                (list(one.It.LinuxParameters!.Capabilities!) ?? []).Select((name, index) =>
                    ($"{one.Path}.linuxParameters.capabilities.{member}[{index}]", name)));

    private static IEnumerable<(PlacedContainer Container, string Path, ResourceRequirement Item)> Requirements(Definition all) =>
        all.Items("resourceRequirements", one => one.ResourceRequirements);

    private static IEnumerable<(PlacedContainer Container, string Path, ResourceRequirement Item)> Gpus(Definition all) =>
        Requirements(all).Where(one => one.Item.Type == ResourceType.Gpu);

    private static IEnumerable<Breach> Resources(Definition all, string member, Func<ResourceRequirement, bool> isBroken) =>
        Requirements(all).Where(one => isBroken(one.Item)).Select(one => new Breach($"{one.Path}.{member}"));
}
