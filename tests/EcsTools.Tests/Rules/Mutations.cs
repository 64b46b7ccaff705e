using EcsTools.Model;

namespace EcsTools.Tests.Rules;

/// <summary>A change for each rule, and each change breaks that rule only.</summary>
internal static class Mutations
{
    private const string Role = "arn:aws:iam::123456789012:role/execution", First = "containerDefinitions[app]", Second = "containerDefinitions[side]";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // The task.
        new(Kind.Bridge, "family", "Family should not be null or empty.", all => all.Family = ""),
        new(Kind.Bridge, "family", "Family contains invalid characters.", all => all.Family = "a.b"),
        new(Kind.Bridge, "networkMode", "networkMode should be one of [awsvpc,bridge,host,none]", all => all.NetworkMode = "nat"),
        new(Kind.Fargate, "networkMode", "Fargate only supports network mode ‘awsvpc’.", all => all.NetworkMode = null),
        new(Kind.Managed, "networkMode", "Managed Instances", all => all.NetworkMode = NetworkMode.Bridge),
        new(Kind.External, "networkMode", "External", all => all.NetworkMode = NetworkMode.Awsvpc),
        new(Kind.Windows, "networkMode", "Windows containers do not support networkMode bridge.", all => all.NetworkMode = NetworkMode.Bridge),
        new(Kind.Bridge, "requiresCompatibilities[0]", "requiresCompatibilities should be one of", all => all.RequiresCompatibilities = ["LAMBDA"]),
        new(Kind.Bridge, "runtimePlatform.cpuArchitecture", "cpuArchitecture should be one of", all => all.RuntimePlatform = new() { CpuArchitecture = "MIPS" }),
        new(Kind.Bridge, "runtimePlatform.operatingSystemFamily", "operatingSystemFamily should be one of", all => all.RuntimePlatform = new() { OperatingSystemFamily = "PLAN9" }),
        new(Kind.Managed, "runtimePlatform.operatingSystemFamily", "Managed Instances", all => all.RuntimePlatform = new() { OperatingSystemFamily = OSFamily.WindowsServer2022Core }),
        new(Kind.Fargate, "cpu", "Fargate requires that 'cpu' be defined at the task level.", all => all.Cpu = null),
        new(Kind.Fargate, "memory", "Fargate requires that 'memory' be defined at the task level.", all => all.Memory = null),
        new(Kind.Fargate, "memory", "No Fargate configuration exists for given values: 1024 CPU, 1500 memory.", all => all.Memory = "1500"),
        new(Kind.Fargate, "cpu", "No Fargate configuration exists for given values: 700 CPU, 2048 memory.", all => all.Cpu = "700"),
        new(Kind.Fargate, "cpu", "Invalid 'cpu' setting for task.", all => all.Cpu = ""),
        new(Kind.Bridge, "cpu", "Invalid 'cpu' setting for task.", all => all.Cpu = "lots"),
        new(Kind.Bridge, "memory", "Invalid 'memory' setting for task.", all => all.Memory = "2 TB"),
        new(Kind.WindowsOnFargate, "cpu", "No Fargate configuration exists for given values: 512 CPU", all => all.Cpu = "512"),
        new(Kind.WindowsOnFargate, "runtimePlatform.cpuArchitecture", "No Fargate configuration exists for given values", all => all.RuntimePlatform!.CpuArchitecture = CPUArchitecture.Arm64),
        new(Kind.Bridge, "taskRoleArn", "Role is not valid", all => all.TaskRoleArn = ""),
        new(Kind.Bridge, "executionRoleArn", "Role is not valid", all => all.ExecutionRoleArn = "arn:aws:iam::123456789012:user/x"),
        new(Kind.Fargate, "pidMode", "Tasks using the Fargate launch type do not support pidMode 'host'.", all => all.PidMode = PidMode.Host),
        new(Kind.Fargate, "ipcMode", "Fargate compatible task definitions do not support ipcMode", all => all.IpcMode = IpcMode.Task),
        new(Kind.Windows, "pidMode", "pidMode is not supported for Windows containers.", all => all.PidMode = PidMode.Task),
        new(Kind.Windows, "ipcMode", "ipcMode is not supported for Windows containers.", all => all.IpcMode = IpcMode.None),
        new(Kind.Fargate, "ephemeralStorage.sizeInGiB", "EphemeralStorage size should be at least 21", all => all.EphemeralStorage = new() { SizeInGiB = 20 }),
        new(Kind.Fargate, "ephemeralStorage.sizeInGiB", "EphemeralStorage size should be at most 200", all => all.EphemeralStorage = new() { SizeInGiB = 201 }),
        new(Kind.External, "ephemeralStorage", "Tasks using the EC2 launch type do not support EphemeralStorage.", all => all.EphemeralStorage = new() { SizeInGiB = 30 }),
        new(Kind.Bridge, "ephemeralStorage.sizeInGiB", "should not be null", all => all.EphemeralStorage = new()),
        new(Kind.Fargate, "placementConstraints", "do not support constraints", all => all.PlacementConstraints = [new() { Type = "memberOf", Expression = "agentConnected == true" }]),
        new(Kind.Bridge, "placementConstraints[0].type", "constraint.type 'distinctInstance' is not supported.", all => all.PlacementConstraints = [new() { Type = "distinctInstance" }]),
        new(Kind.Bridge, "placementConstraints[0].expression", "Invalid constraint expression.", all => all.PlacementConstraints = [new() { Type = "memberOf", Expression = "zone ==" }]),
        new(Kind.Bridge, "placementConstraints", "at most 10 items", all => all.PlacementConstraints = [.. Enumerable.Repeat(new TaskDefinitionPlacementConstraint { Type = "memberOf", Expression = "agentConnected == true" }, 11)]),
        new(Kind.Bridge, "inferenceAccelerators", "Unsupported field 'inferenceAccelerators'.", all => all.InferenceAccelerators = [new() { DeviceName = "device", DeviceType = "eia2.medium" }]),
        new(Kind.Bridge, $"{First}.resourceRequirements[0].value", "Unknown inference accelerator 'other'.", all => all.App().ResourceRequirements = [new() { Type = ResourceType.InferenceAccelerator, Value = "other" }]),
        new(Kind.Awsvpc, "proxyConfiguration.containerName", "Proxy container [envoy] does not exist.", all => all.ProxyConfiguration = Proxy("envoy")),
        new(Kind.Awsvpc, "proxyConfiguration.properties[AppPorts]", "AppPorts not found", all => (all.ProxyConfiguration = Proxy("side")).Properties!.RemoveAt(0)),
        new(Kind.Awsvpc, "proxyConfiguration.properties[ProxyIngressPort]", "Ingress port not found", all => (all.ProxyConfiguration = Proxy("side")).Properties!.RemoveAt(2)),
        new(Kind.Bridge, "proxyConfiguration", "APPMESH proxy configuration is only supported in networkMode=awsvpc", all => all.ProxyConfiguration = Proxy("side")),
        new(Kind.Bridge, "tags[team]", "Tag value can not be null.", all => all.Tags = [new() { Key = "team" }]),
        new(Kind.Bridge, "tags[]", "Tag keys must have", all => all.Tags = [new() { Key = "", Value = "x" }]),
        new(Kind.Bridge, "tags[team]", "at most 256", all => all.Tags = [new() { Key = "team", Value = new string('x', 257) }]),
        new(Kind.Bridge, "tags[team]", "can only have letters, digits, spaces", all => all.Tags = [new() { Key = "team", Value = "${TEAM}" }]),
        new(Kind.Bridge, "tags[aws:x]", "aws:", all => all.Tags = [new() { Key = "aws:x", Value = "" }]),
        new(Kind.Bridge, "tags[a]", "Duplicate tag keys", all => all.Tags = [new() { Key = "a", Value = "" }, new() { Key = "a", Value = "b" }]),
        new(Kind.Bridge, "tags", "more than 50", all => all.Tags = [.. Enumerable.Range(0, 51).Select(i => new Tag { Key = $"k{i}", Value = "" })]),
        new(Kind.Bridge, "", "at most 65536 bytes", all => all.App().Command = [new string('x', 70000)]),

        // Containers.
        new(Kind.Bridge, "containerDefinitions", "Container list cannot be empty.", all => all.ContainerDefinitions = []),
        new(Kind.Bridge, "containerDefinitions", "at most 10 containers", all => all.ContainerDefinitions!.AddRange(Enumerable.Range(0, 9).Select(i => new ContainerDefinition { Name = $"c{i}", Image = "a", Memory = 6 }))),
        new(Kind.Bridge, "containerDefinitions", "Task definition doesn't have any essential container.", all => all.App().Essential = false),
        new(Kind.Bridge, "containerDefinitions[1].name", "Container.name should not be null or empty.", all => all.Side().Name = ""),
        new(Kind.Bridge, "containerDefinitions[1].name", "Container.name contains invalid characters.", all => all.Side().Name = "a b"),
        new(Kind.Bridge, "containerDefinitions[app].name", "Container names must be unique", all => { all.Side().DependsOn = null; all.Side().Name = "app"; }),
        new(Kind.Bridge, $"{First}.image", "Container.image should not be null or empty.", all => all.App().Image = ""),
        new(Kind.Bridge, $"{First}.image", "Container.image contains invalid characters.", all => all.App().Image = "<IMAGE>"),
        new(Kind.Bridge, $"{First}.image", "Container.image contains invalid characters.", all => all.App().Image = "shop/web:${TAG}"),
        new(Kind.Bridge, $"{First}.image", "Container.image contains invalid characters.", all => all.App().Image = "$REPO/web"),
        new(Kind.Bridge, $"{First}.image", "Container.image contains invalid characters.", all => all.App().Image = "web:"),
        new(Kind.Bridge, $"{First}.image", "Container.image contains invalid characters.", all => all.App().Image = "web@sha256:abc"),
        new(Kind.Bridge, $"{First}.memory", "At least one of 'memory' or 'memoryReservation' must be specified.", all => { all.Memory = null; all.App().Memory = null; }),
        new(Kind.Bridge, $"{First}.memoryReservation", "'memory' must be greater than or equal to 'memoryReservation'.", all => all.App().MemoryReservation = all.App().Memory + 1),
        new(Kind.Bridge, $"{First}.memory", "'memory' must be at least 6.", all => all.App().Memory = 4),
        new(Kind.Fargate, $"{First}.memory", "The 'memory' setting for container 'app' is greater than for the task.", all => all.App().Memory = 4096),
        new(Kind.Fargate, "memory", "The sum of all container 'memoryReservation' values", all => all.ContainerDefinitions!.ForEach(one => (one.Memory, one.MemoryReservation) = (null, 1500))),
        new(Kind.Fargate, "cpu", "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.", all => all.Side().Cpu = 1000),
        new(Kind.Bridge, $"{First}.cpu", "cpu must be between 0", all => all.App().Cpu = -1),
        new(Kind.Bridge, $"{First}.links", "Links are not supported when networkMode=awsvpc.", all => { all.NetworkMode = NetworkMode.Awsvpc; all.App().Links = ["side"]; }),
        new(Kind.Bridge, $"{First}.links[0]", "link to 'db', which does not exist", all => all.App().Links = ["db:database"]),
        new(Kind.Awsvpc, $"{First}.hostname", "hostname is not supported on container when networkMode=awsvpc.", all => all.App().Hostname = "web"),
        new(Kind.Awsvpc, $"{First}.extraHosts", "Extra hosts are not supported on container when networkMode=awsvpc.", all => all.App().ExtraHosts = [new() { Hostname = "db", IpAddress = "10.0.0.1" }]),
        new(Kind.Awsvpc, $"{First}.dnsServers", "DNS servers are not supported on container when networkMode=awsvpc.", all => all.App().DnsServers = ["10.0.0.2"]),
        new(Kind.Awsvpc, $"{First}.dnsSearchDomains", "DNS search domains are not supported", all => all.App().DnsSearchDomains = ["shop.local"]),
        new(Kind.Awsvpc, $"{First}.disableNetworking", "Disable Networking is not supported on container when networkMode=awsvpc.", all => all.App().DisableNetworking = true),
        new(Kind.Fargate, $"{First}.privileged", "Fargate requires that the ‘privileged’ setting be ‘false’ at the container level.", all => all.App().Privileged = true),
        new(Kind.Fargate, $"{First}.dockerSecurityOptions", "do not support dockerSecurityOptions", all => all.App().DockerSecurityOptions = ["no-new-privileges"]),
        new(Kind.Bridge, $"{First}.dockerSecurityOptions[0]", "dockerSecurityOptions is not valid.", all => all.App().DockerSecurityOptions = ["fast"]),
        new(Kind.Bridge, $"{First}.environment[0].name", "Environment variable name", all => all.App().Environment = [new() { Name = "", Value = "x" }]),
        new(Kind.Bridge, $"{First}.secrets[A]", "The secret name must be unique", all => { all.ExecutionRoleArn = Role; all.App().Environment = [new() { Name = "A", Value = "1" }]; all.App().Secrets = [new() { Name = "A", ValueFrom = "/a" }]; }),
        new(Kind.Bridge, $"{First}.secrets[0].valueFrom", "Secret valueFrom should not be null or empty.", all => { all.ExecutionRoleArn = Role; all.App().Secrets = [new() { Name = "A", ValueFrom = "" }]; }),
        new(Kind.Bridge, "executionRoleArn", "When you are specifying container secrets", all => { all.ExecutionRoleArn = null; all.App().Secrets = [new() { Name = "A", ValueFrom = "/a" }]; }),
        new(Kind.Bridge, "executionRoleArn", "repositoryCredentials", all => { all.ExecutionRoleArn = null; all.App().RepositoryCredentials = new() { CredentialsParameter = "arn:aws:secretsmanager:us-east-1:123456789012:secret:x" }; }),
        new(Kind.Fargate, "executionRoleArn", "to support ECR images", all => { all.ExecutionRoleArn = null; all.App().Image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"; }),
        new(Kind.Fargate, "executionRoleArn", "to support log driver awslogs", all => { all.ExecutionRoleArn = null; all.App().LogConfiguration = Awslogs(); }),
        new(Kind.Bridge, $"{First}.environmentFiles[0].value", ".env file extension", all => all.App().EnvironmentFiles = [new() { Type = "s3", Value = "arn:aws:s3:::bucket/file.txt" }]),
        new(Kind.Bridge, $"{First}.environmentFiles[0].value", "Invalid arn syntax.", all => all.App().EnvironmentFiles = [new() { Type = "s3", Value = "bucket/file.env" }]),
        new(Kind.Bridge, $"{First}.environmentFiles", "The maximum number of environment files was exceeded.", all => all.App().EnvironmentFiles = [.. Enumerable.Repeat(new EnvironmentFile { Type = "s3", Value = "arn:aws:s3:::bucket/file.env" }, 11)]),
        new(Kind.Bridge, $"{First}.environmentFiles[0].type", "type should be one of [s3]", all => all.App().EnvironmentFiles = [new() { Type = "http", Value = "arn:aws:s3:::bucket/file.env" }]),
        new(Kind.Bridge, $"{First}.credentialSpecs[0]", "credentialSpecs is not valid.", all => all.App().CredentialSpecs = ["arn:x"]),
        new(Kind.Bridge, $"{First}.startTimeout", "Granular start timeout on container 'app' must be at least 2 seconds.", all => all.App().StartTimeout = 0),
        new(Kind.Bridge, $"{First}.stopTimeout", "Granular stop timeout on container 'app' must be at least 2 seconds.", all => all.App().StopTimeout = -1),
        new(Kind.Fargate, $"{First}.stopTimeout", "at most 120 seconds", all => all.App().StopTimeout = 121),
        new(Kind.Bridge, $"{Second}.dependsOn[0].containerName", "Cannot depend on container + 'ap' because it does not exist", all => all.Side().DependsOn![0].ContainerName = "ap"),
        new(Kind.Bridge, $"{Second}.dependsOn[0].condition", "SUCCESS or COMPLETE", all => all.Side().DependsOn![0].Condition = ContainerCondition.Success),
        new(Kind.Bridge, $"{Second}.dependsOn[0].condition", "A dependency container with HEALTHY condition must have health check configured", all => { all.App().HealthCheck = null; all.Side().DependsOn![0].Condition = ContainerCondition.Healthy; }),
        new(Kind.Bridge, $"{First}.dependsOn", "Container dependsOn contains a cycle", all => all.App().DependsOn = [new() { ContainerName = "side", Condition = ContainerCondition.Start }]),
        new(Kind.Bridge, $"{First}.healthCheck.command", "should not be null or empty", all => all.App().HealthCheck!.Command = []),
        new(Kind.Bridge, $"{First}.healthCheck.command", "nothing to run", all => all.App().HealthCheck!.Command = ["CMD"]),
        new(Kind.Bridge, $"{First}.healthCheck.retries", "Health check retries must be less than or equal to the maximum allowed value 10 for container 'app'", all => all.App().HealthCheck!.Retries = 11),
        new(Kind.Bridge, $"{First}.healthCheck.interval", "Health check interval must be greater than or equal to the minimum allowed value 5 for container 'app'", all => all.App().HealthCheck!.Interval = 4),
        new(Kind.Bridge, $"{First}.restartPolicy.restartAttemptPeriod", "The 'restartAttemptPeriod' setting for container 'app' must be between 60 and 1800.", all => all.App().RestartPolicy = new() { Enabled = true, RestartAttemptPeriod = 59 }),
        new(Kind.Bridge, $"{First}.restartPolicy.ignoredExitCodes", "at most 50 items", all => all.App().RestartPolicy = new() { Enabled = true, IgnoredExitCodes = [.. Enumerable.Range(1, 51)] }),

        // Ports.
        new(Kind.NoNetwork, $"{First}.portMappings", "networkMode=none", all => all.App().PortMappings = [new() { ContainerPort = 80 }]),
        new(Kind.Bridge, $"{First}.portMappings[0].containerPort", "one of 'containerPort' or 'containerPortRange'", all => all.App().PortMappings![0].ContainerPort = null),
        new(Kind.Bridge, $"{First}.portMappings[0].containerPort", "between 1 and 65535", all => all.App().PortMappings![0].ContainerPort = 70000),
        new(Kind.Bridge, $"{First}.portMappings[0].hostPort", "between 0 and 65535", all => all.App().PortMappings![0].HostPort = -1),
        new(Kind.Host, $"{First}.portMappings[0].hostPort", "When networkMode=host, the host ports and container ports in port mappings must match.", all => all.App().PortMappings![0].HostPort = 8080),
        new(Kind.Awsvpc, $"{Second}.portMappings[0].hostPort", "TCP container port '80' is used multiple times in task when networkMode=awsvpc.", all => all.Side().PortMappings = [new() { ContainerPort = 80 }]),
        new(Kind.Bridge, $"{Second}.portMappings[0].hostPort", "TCP host port '8080' is used multiple times in task.", all => { all.App().PortMappings![0].HostPort = 8080; all.Side().PortMappings = [new() { ContainerPort = 81, HostPort = 8080 }]; }),
        new(Kind.Bridge, $"{Second}.portMappings[0].name", "When networkMode=bridge, port mapping name is already used", all => { all.App().PortMappings![0].Name = "p"; all.Side().PortMappings = [new() { ContainerPort = 81, Name = "p" }]; }),
        new(Kind.Bridge, $"{First}.portMappings[0].name", "invalid characters", all => all.App().PortMappings![0].Name = "-http"),
        new(Kind.Bridge, $"{First}.portMappings[0].protocol", "protocol should be one of [tcp,udp]", all => all.App().PortMappings![0].Protocol = "TCP"),
        new(Kind.Bridge, $"{First}.portMappings[0].containerPortRange", "Invalid port mapping for container 'app', cannot specify both single port and port range.", all => all.App().PortMappings![0].ContainerPortRange = "90-91"),
        new(Kind.Host, $"{First}.portMappings[0].containerPortRange", "networkMode=host", all => all.App().PortMappings![0] = new() { ContainerPortRange = "90-91" }),
        new(Kind.Bridge, $"{First}.portMappings[0].containerPortRange", "Invalid 'containerPortRange' setting for container 'app'.", all => all.App().PortMappings![0] = new() { ContainerPortRange = "91-90" }),
        new(Kind.Bridge, $"{First}.portMappings[1].containerPortRange", "TCP container port '80' is used multiple times in task when networkMode=bridge.", all => all.App().PortMappings!.Add(new() { ContainerPortRange = "70-90" })),
        new(Kind.Bridge, $"{First}.portMappings", "at most 100 port ranges", all => all.App().PortMappings = [.. Enumerable.Range(0, 101).Select(i => new PortMapping { ContainerPortRange = $"{1000 + (i * 10)}-{1001 + (i * 10)}" })]),

        // Volumes.
        new(Kind.Bridge, "volumes[0].name", "Volume.name contains invalid characters.", all => { all.Volumes![0].Name = "a/b"; all.App().MountPoints = null; }),
        new(Kind.Bridge, "volumes[1].name", "Volume.name should not be null or empty.", all => all.Volumes!.Add(new() { ConfiguredAtLaunch = true })),
        new(Kind.Bridge, "volumes[1].name", "Volume names must be unique", all => all.Volumes!.Add(new() { Name = "data" })),
        new(Kind.Bridge, "volumes[0].name", "only one of host", all => { all.Volumes![0].Host = new() { SourcePath = "/x" }; all.Volumes[0].ConfiguredAtLaunch = true; }),
        new(Kind.Bridge, "volumes[2].configuredAtLaunch", "Only one volume can be configured at launch.", all => { all.Volumes!.AddRange([new() { Name = "a", ConfiguredAtLaunch = true }, new() { Name = "b", ConfiguredAtLaunch = true }]); all.App().MountPoints!.AddRange([new() { SourceVolume = "a", ContainerPath = "/a" }, new() { SourceVolume = "b", ContainerPath = "/b" }]); }),
        new(Kind.Bridge, "volumes[1].name", "Volumes [a] are not referenced by any of the containers", all => all.Volumes!.Add(new() { Name = "a", ConfiguredAtLaunch = true })),
        new(Kind.Bridge, "volumes[0].efsVolumeConfiguration.transitEncryptionPort", "TransitEncryptionPort requires that TransitEncryption is enabled.", all => all.Volumes![0].EfsVolumeConfiguration = new() { FileSystemId = "fs-1", TransitEncryptionPort = 2049 }),
        new(Kind.Bridge, $"{First}.mountPoints[/data].sourceVolume", "Unknown volume 'date'.", all => all.App().MountPoints![0].SourceVolume = "date"),
        new(Kind.Bridge, $"{First}.volumesFrom[sid].sourceContainer", "Invalid 'volumesFrom' setting. Unknown container: 'sid'.", all => all.App().VolumesFrom = [new() { SourceContainer = "sid" }]),
        new(Kind.Fargate, "volumes[0].host.sourcePath", "Fargate compatible task definitions do not support sourcePath", all => all.Volumes![0].Host = new() { SourcePath = "/x" }),
        new(Kind.Fargate, "volumes[0].dockerVolumeConfiguration", "do not support dockerVolumeConfiguration", all => all.Volumes![0].DockerVolumeConfiguration = new() { Scope = Scope.Task }),
        new(Kind.Fargate, "volumes[0].fsxWindowsFileServerVolumeConfiguration", "do not support fsxWindowsFileServerVolumeConfiguration", all => all.Volumes![0].FsxWindowsFileServerVolumeConfiguration = Fsx()),
        new(Kind.Bridge, "volumes[0].fsxWindowsFileServerVolumeConfiguration", "only supported for Windows containers", all => { all.RuntimePlatform = new() { OperatingSystemFamily = OSFamily.Linux }; all.Volumes![0].FsxWindowsFileServerVolumeConfiguration = Fsx(); }),
        new(Kind.Windows, "volumes[0].dockerVolumeConfiguration.driver", "local volume driver", all => all.Volumes![0].DockerVolumeConfiguration = new() { Driver = "rexray" }),
        new(Kind.Bridge, "volumes[0].efsVolumeConfiguration.transitEncryption", "EFS IAM authorization requires TransitEncryption to be enabled.", all => all.Volumes![0].EfsVolumeConfiguration = new() { FileSystemId = "fs-1", AuthorizationConfig = new() { Iam = "ENABLED" } }),
        new(Kind.Bridge, "volumes[0].efsVolumeConfiguration.rootDirectory", "When using an EFS access point, the root directory must either be set to", all => all.Volumes![0].EfsVolumeConfiguration = new() { FileSystemId = "fs-1", RootDirectory = "/x", TransitEncryption = "ENABLED", AuthorizationConfig = new() { AccessPointId = "fsap-1" } }),

        // Logs.
        new(Kind.Fargate, $"{First}.logConfiguration.logDriver", "gelf is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]", all => all.App().LogConfiguration = new() { LogDriver = LogDriver.Gelf }),
        new(Kind.Bridge, $"{First}.logConfiguration.options[awslogs-region]", "Log driver awslogs requires options: awslogs-region, awslogs-group", all => all.App().LogConfiguration = new() { LogDriver = LogDriver.Awslogs }),
        new(Kind.Bridge, $"{First}.logConfiguration.logDriver", "When awsfirelens log driver is specified", all => all.App().LogConfiguration = new() { LogDriver = LogDriver.Awsfirelens }),
        new(Kind.Bridge, $"{Second}.firelensConfiguration", "When a firelensConfiguration object is specified", all => all.Side().FirelensConfiguration = new() { Type = FirelensConfigurationType.Fluentbit }),
        new(Kind.Bridge, $"{Second}.firelensConfiguration", "Only one container can have a firelensConfiguration.", all => { all.App().LogConfiguration = new() { LogDriver = LogDriver.Awsfirelens }; all.ContainerDefinitions!.ForEach(one => one.FirelensConfiguration = new() { Type = FirelensConfigurationType.Fluentbit }); }),
        new(Kind.Fargate, $"{Second}.firelensConfiguration.options[config-file-type]", "config-file-type 'file'", all => { all.App().LogConfiguration = new() { LogDriver = LogDriver.Awsfirelens }; all.Side().FirelensConfiguration = new() { Type = FirelensConfigurationType.Fluentbit, Options = new() { ["config-file-type"] = "s3" } }; }),
        new(Kind.Fargate, $"{First}.logConfiguration.options[awslogs-stream-prefix]", "Fargate requires log configuration options to include awslogs-stream-prefix", all => { all.ExecutionRoleArn = Role; (all.App().LogConfiguration = Awslogs()).Options!.Remove("awslogs-stream-prefix"); }),
        new(Kind.Bridge, $"{First}.logConfiguration.options[mode]", "[blocking,non-blocking]", all => (all.App().LogConfiguration = Awslogs()).Options!["mode"] = "fast"),
        new(Kind.Bridge, $"{First}.logConfiguration.options[awslogs-multiline-pattern]", "You cannot configure both", all => { var log = all.App().LogConfiguration = Awslogs(); log.Options!["awslogs-datetime-format"] = "%Y"; log.Options["awslogs-multiline-pattern"] = "^x"; }),

        // The kernel and its devices.
        new(Kind.Bridge, $"{First}.ulimits[0].softLimit", "Soft limit exceeds hard limit for ulimit nofile", all => all.App().Ulimits = [new() { Name = UlimitName.Nofile, SoftLimit = 2, HardLimit = 1 }]),
        new(Kind.Bridge, $"{First}.systemControls[0].namespace", "'vm.swappiness'", all => all.App().SystemControls = [new() { Namespace = "vm.swappiness", Value = "1" }]),
        new(Kind.Bridge, $"{First}.systemControls[0].namespace", "ipcMode 'host'", all => { all.IpcMode = IpcMode.Host; all.App().SystemControls = [new() { Namespace = "kernel.sem", Value = "1" }]; }),
        new(Kind.Bridge, $"{First}.linuxParameters.capabilities.drop[0]", "'CAP_KILL' is not a valid", all => all.App().LinuxParameters = new() { Capabilities = new() { Drop = ["CAP_KILL"] } }),
        new(Kind.Fargate, $"{First}.linuxParameters.capabilities.add[0]", "NET_ADMIN is not allowed on Fargate.", all => all.App().LinuxParameters = new() { Capabilities = new() { Add = ["NET_ADMIN"] } }),
        new(Kind.Fargate, $"{First}.linuxParameters.devices", "do not support devices", all => all.App().LinuxParameters = new() { Devices = [new() { HostPath = "/dev/x" }] }),
        new(Kind.Fargate, $"{First}.linuxParameters.sharedMemorySize", "do not support sharedMemorySize", all => all.App().LinuxParameters = new() { SharedMemorySize = 64 }),
        new(Kind.Fargate, $"{First}.linuxParameters.maxSwap", "do not support maxSwap", all => all.App().LinuxParameters = new() { MaxSwap = 64 }),
        new(Kind.Fargate, $"{First}.linuxParameters.swappiness", "do not support swappiness", all => all.App().LinuxParameters = new() { Swappiness = 64 }),
        new(Kind.Fargate, $"{First}.resourceRequirements[0]", "Tasks using the Fargate launch type do not support GPU resource requirements.", all => all.App().ResourceRequirements = [new() { Type = ResourceType.Gpu, Value = "1" }]),
        new(Kind.Bridge, $"{First}.resourceRequirements[0].value", "'value' or 'sharingStrategy'", all => all.App().ResourceRequirements = [new() { Type = ResourceType.Gpu }]),
        new(Kind.Bridge, $"{Second}.resourceRequirements[0].sharingStrategy", "must all use the same option", all => { all.App().ResourceRequirements = [new() { Type = ResourceType.Gpu, Value = "1" }]; all.Side().ResourceRequirements = [Shared()]; }),
        new(Kind.External, $"{First}.resourceRequirements[0].sharingStrategy", "do not support GPU sharing", all => all.App().ResourceRequirements = [Shared()]),
        new(Kind.Managed, $"{First}.resourceRequirements[0].value", "must be ALL", all => all.App().ResourceRequirements = [new() { Type = ResourceType.NeuronDevice, Value = "1" }]),
        new(Kind.Managed, $"{Second}.resourceRequirements[0].type", "Only one container in a task can specify NeuronDevice", all => all.ContainerDefinitions!.ForEach(one => one.ResourceRequirements = [new() { Type = ResourceType.NeuronDevice, Value = "ALL" }])),

        new(Kind.Host, $"{First}.systemControls[0].namespace", "networkMode 'host'", all => all.App().SystemControls = [new() { Namespace = "net.core.somaxconn", Value = "1" }]),
        new(Kind.Bridge, $"{First}.resourceRequirements[0].value", "a whole number above 0", all => all.App().ResourceRequirements = [new() { Type = ResourceType.Gpu, Value = "two" }]),

        // Windows.
        new(Kind.Windows, "volumes[0].efsVolumeConfiguration", "efsVolumeConfiguration is not supported for Windows containers.", all => all.Volumes![0].EfsVolumeConfiguration = new() { FileSystemId = "fs-1" }),
        new(Kind.WindowsOnFargate, "volumes[0].configuredAtLaunch", "configuredAtLaunch is not supported for Windows containers on Fargate.", all => all.Volumes![0].ConfiguredAtLaunch = true),
        OnWindows("linuxParameters", one => one.LinuxParameters = new() { InitProcessEnabled = true }),
        OnWindows("user", one => one.User = "root"),
        OnWindows("disableNetworking", one => one.DisableNetworking = true),
        OnWindows("privileged", one => one.Privileged = true),
        OnWindows("readonlyRootFilesystem", one => one.ReadonlyRootFilesystem = true),
        OnWindows("dnsServers", one => one.DnsServers = ["10.0.0.2"]),
        OnWindows("dnsSearchDomains", one => one.DnsSearchDomains = ["local"]),
        OnWindows("ulimits", one => one.Ulimits = [new() { Name = UlimitName.Nofile, SoftLimit = 1, HardLimit = 1 }]),
        OnWindows("systemControls", one => one.SystemControls = [new() { Namespace = "net.core.somaxconn", Value = "1" }]),
        new(Kind.Windows, $"{First}.links", "links is not supported for Windows containers.", all => { all.NetworkMode = null; all.App().Links = ["side"]; }),
        new(Kind.Windows, $"{First}.extraHosts", "extraHosts is not supported for Windows containers.", all => { all.NetworkMode = null; all.App().ExtraHosts = [new() { Hostname = "db", IpAddress = "10.0.0.1" }]; }),
    ];

    private static ContainerDefinition App(this RegisterTaskDefinitionRequest all) => all.ContainerDefinitions![0];

    private static ContainerDefinition Side(this RegisterTaskDefinitionRequest all) => all.ContainerDefinitions![1];

    private static Mutation OnWindows(string member, Action<ContainerDefinition> set) => new(Kind.Windows, $"{First}.{member}", $"{member} is not supported for Windows containers.", all => { all.NetworkMode = null; set(all.App()); });

    private static FSxWindowsFileServerVolumeConfiguration Fsx() => new() { FileSystemId = "fs-1", RootDirectory = "share", AuthorizationConfig = new() { CredentialsParameter = "arn:aws:ssm:us-east-1:123456789012:parameter/x", Domain = "shop" } };

    private static ResourceRequirement Shared() => new() { Type = ResourceType.Gpu, SharingStrategy = new() { NvidiaMps = new() { Memory = 1024 } } };

    private static LogConfiguration Awslogs() => new() { LogDriver = LogDriver.Awslogs, Options = new() { ["awslogs-region"] = "us-east-1", ["awslogs-group"] = "web", ["awslogs-stream-prefix"] = "app" } };

    private static ProxyConfiguration Proxy(string container) => new()
    {
        ContainerName = container,
        Properties = [.. new[] { "AppPorts", "EgressIgnoredIPs", "ProxyIngressPort", "ProxyEgressPort", "IgnoredUID" }.Select(name => new EcsTools.Model.KeyValuePair { Name = name, Value = "1" })],
    };
}
