using System.Buffers;
using System.Text;
using CsCheck;
using EcsTools.Forecast.Descriptions;
using EcsTools.Model;
using EcsTools.Show.Pictures;
using EcsTools.Show.Reading;
using EcsTools.Tests.Local;

namespace EcsTools.Tests.Show;

/// <summary>Copies of random worlds, made from nothing but what the API describes.</summary>
public class CopyTests
{
    private static readonly Gen<World> Worlds =
        from instances in Gen.Int[0, 6]
        from services in Gen.Select(Gen.Int[0, 11], Gen.Int[0, 8], Gen.Int[0, 3]).Array[1, 4]
        from changes in Gen.Select(Gen.Int[0, 9], Gen.Int[0, 20]).Array[0, 5]
        select new World(instances, services, changes);

    [Fact]
    public void A_copy_is_described_as_its_original_at_any_moment() => Worlds.Try(
        world =>
        {
            using var original = new EngineWorld();
            world.Play(original, settles: false);
            var described = Read(original);
            using var copy = CopyOf(original, described);

            Assert.Empty(described.NotRead);
            var (expected, actual) = (Text(described).Split('\n'), Text(Read(copy)).Split('\n'));
            foreach (var (line, other) in expected.Zip(actual)) Assert.True(line == other, $"{line}\nbecame\n{other}");
            Assert.Equal(expected.Length, actual.Length);
        },
        iter: 150);

    [Fact]
    public void A_copy_of_a_settled_world_goes_on_as_its_original() => Worlds.Try(
        world =>
        {
            using var original = new EngineWorld();
            world.Play(original, settles: true);
            using var copy = CopyOf(original, Read(original));
            var (kind, amount) = world.Changes.FirstOrDefault();

            Assert.Equal(Follow(original, kind, amount), Follow(copy, kind, amount));
        },
        iter: 100);

    [Fact]
    public void A_copy_has_the_daemons_gateways_and_Express_services()
    {
        const string Arn = "arn:aws:ecs:us-east-1:123456789012:", Role = "arn:aws:iam::123456789012:role/r";
        using var original = new EngineWorld();
        original.Call(new CreateClusterRequest());
        original.Call(new CreateCapacityProviderRequest
        {
            Name = "mine", Cluster = "default",
            ManagedInstancesProvider = new() { InfrastructureRoleArn = Role, InstanceLaunchTemplate = new() { Ec2InstanceProfileArn = "arn:aws:iam::123456789012:instance-profile/p", NetworkConfiguration = new() { Subnets = ["subnet-1"] } } },
        });
        original.Call(new RegisterDaemonTaskDefinitionRequest { Family = "agent", Tags = [new() { Key = "k", Value = "v" }], ContainerDefinitions = [new() { Name = "agent", Image = "agent:1", Memory = 64 }] });
        original.Call(new CreateDaemonRequest { DaemonName = "agent", ClusterArn = $"{Arn}cluster/default", DaemonTaskDefinitionArn = $"{Arn}daemon-task-definition/agent:1", CapacityProviderArns = [$"{Arn}capacity-provider/mine"], Tags = [new() { Key = "a", Value = "b" }] });
        original.Call(new RegisterTaskDefinitionRequest { Family = "web", NetworkMode = NetworkMode.Awsvpc, Cpu = "256", Memory = "512", ContainerDefinitions = [new() { Name = "app", Image = "app", PortMappings = [new() { ContainerPort = 80, Name = "http" }] }] });
        original.Call(new CreateGatewayRequest { Name = "front", InfrastructureRoleArn = Role, Configuration = new() { HostSharedAlb = new() } });
        original.Call(new AssociateGatewayWithClusterRequest { Gateway = "front", Cluster = "default" });
        var network = new NetworkConfiguration { AwsvpcConfiguration = new() { Subnets = ["subnet-1"] } };
        original.Call(new CreateServiceRequest { ServiceName = "web", TaskDefinition = "web", DesiredCount = 2, CapacityProviderStrategy = [new() { CapacityProvider = "mine" }], NetworkConfiguration = network, GatewayConnectors = [new() { PortName = "http" }] });
        original.Call(new CreateExpressGatewayServiceRequest { ServiceName = "quick", InfrastructureRoleArn = Role, ExecutionRoleArn = Role, PrimaryContainer = new() { Image = "site:1" } });
        original.Live(TimeSpan.FromMinutes(20), () => { });

        var described = Read(original);
        Assert.Empty(described.NotRead);
        Assert.Equal((1, 1, 1), (described.Clusters[0].Daemons.Count, described.Gateways.Count, described.Clusters[0].ExpressServices.Count));
        Assert.NotEmpty(described.Gateways[0].Routes);
        Assert.Contains(described.Clusters[0].Tasks, task => task.Group == "daemon:agent");
        using var copy = CopyOf(original, described);
        Assert.Equal(Text(described).Split('\n'), Text(Read(copy)).Split('\n'));

        var update = new UpdateDaemonRequest { DaemonArn = $"{Arn}daemon/default/agent", DaemonTaskDefinitionArn = $"{Arn}daemon-task-definition/agent:1", CapacityProviderArns = [$"{Arn}capacity-provider/mine"] };
        copy.Answer<UpdateDaemonResponse>(update);
        copy.Live(TimeSpan.FromMinutes(20), () => { });
        var after = Read(copy).Clusters[0].Daemons[0];
        Assert.Equal([DaemonDeploymentStatus.Successful, DaemonDeploymentStatus.Successful], after.Deployments.Select(deployment => deployment.Status));
    }

    [Fact]
    public void A_copy_without_environment_has_no_value_of_it()
    {
        using var original = new EngineWorld();
        original.Call(new CreateClusterRequest());
        original.Call(new RegisterTaskDefinitionRequest
        {
            Family = "secret",
            ContainerDefinitions = [new() { Name = "app", Image = "app", Memory = 50, Environment = [new() { Name = "PASSWORD", Value = "tiger" }] }],
        });
        original.AddInstances(1);
        original.Call(new RunTaskRequest { TaskDefinition = "secret", Overrides = new() { ContainerOverrides = [new() { Name = "app", Environment = [new() { Name = "TOKEN", Value = "lion" }] }] } });
        var region = Read(original);
        Assert.Contains("tiger", Text(region), StringComparison.Ordinal);

        var state = Encoding.UTF8.GetString(RegionCopy.Make(WithoutEnvironment.Of(region)).Json.Span);

        Assert.DoesNotContain("tiger", state, StringComparison.Ordinal);
        Assert.DoesNotContain("lion", state, StringComparison.Ordinal);
        Assert.Contains("PASSWORD", Text(region), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_read_is_named_and_the_rest_is_copied()
    {
        using var original = new EngineWorld();
        new World(3, [(3, 2, 0)], []).Play(original, settles: true);

        var region = await new RegionReader(new EngineCalls(original, refused: "ListServices")).Read([], original.Engine.Now);

        Assert.StartsWith("the services of default: ", Assert.Single(region.NotRead), StringComparison.Ordinal);
        Assert.NotEmpty(region.Clusters[0].Tasks);
        _ = RegionCopy.Make(region);
    }

    private static DescribedRegion Read(EngineWorld world)
    {
        _ = world.Cluster; // brings the engine's time up to its clock
        return new RegionReader(new EngineCalls(world)).Read([], world.Engine.Now).GetAwaiter().GetResult();
    }

    private static EngineWorld CopyOf(EngineWorld original, DescribedRegion described)
    {
        var copy = new EngineWorld(seed: 1, start: original.Engine.Now);
        copy.Engine.Load(RegionCopy.Make(described).Json.Span);
        return copy;
    }

    // Everything that the API returns, as JSON. The number of a family that no revision has is seen at the next one only.
    private static string Text(DescribedRegion region)
    {
        var text = new StringBuilder();
        foreach (var cluster in region.Clusters)
        {
            Add(cluster.Cluster);
            foreach (var daemon in cluster.Daemons)
            {
                Add(daemon.Daemon);
                foreach (var item in daemon.Deployments.AsEnumerable<IStructure>().Concat(daemon.Revisions).Concat(daemon.Tags)) Add(item);
            }

            foreach (var list in new IEnumerable<IStructure>[] { cluster.DaemonTaskDefinitions, cluster.ExpressServices, cluster.Instances, cluster.Services, cluster.Tasks, cluster.ServiceDeployments, cluster.ServiceRevisions, cluster.CapacityProviders, cluster.Protections, cluster.TaskDefinitions.OrderBy(one => one.TaskDefinitionArn, StringComparer.Ordinal) })
            {
                foreach (var item in list) Add(item);
            }
        }

        foreach (var gateway in region.Gateways)
        {
            Add(gateway.Gateway);
            foreach (var item in gateway.Routes.AsEnumerable<IStructure>().Append(gateway.LoadBalancer).OfType<IStructure>()) Add(item);
            foreach (var (cluster, status) in gateway.Clusters) text.AppendLine($"{cluster} {status}");
        }

        foreach (var setting in region.Settings) Add(setting);
        foreach (var (arn, tags) in region.TaskDefinitionTags.OrderBy(one => one.Key, StringComparer.Ordinal)) text.AppendLine($"{arn} {string.Join(' ', tags)}");
        foreach (var (family, last) in region.LastRevisions.OrderBy(one => one.Key, StringComparer.Ordinal)) text.AppendLine($"{family} {last}");
        return text.ToString();

        void Add(IStructure item)
        {
            var buffer = new ArrayBufferWriter<byte>();
            WireJson.Write(item, buffer);
            text.AppendLine($"{item.GetType().Name} {Encoding.UTF8.GetString(buffer.WrittenSpan)}");
        }
    }

    /// <summary>The states of the services after a change, over time.</summary>
    private static List<string> Follow(EngineWorld world, int kind, int amount)
    {
        _ = world.Cluster;
        var begin = world.Engine.Now;
        var moments = new List<string>();
        world.Call(World.Change(world, kind, amount));
        world.Live(TimeSpan.FromMinutes(20), () =>
        {
            var shown = string.Join("; ", DescribedWorld.Services(world).Select(service =>
                $"{service.ServiceName} {service.Status} {service.DesiredCount} {service.RunningCount} {service.PendingCount} {string.Join(',', (service.Deployments ?? []).Select(one => $"{one.Status} {one.RolloutState} {EcsArn.IdOf(one.TaskDefinition!)} {one.RunningCount} {one.PendingCount} {one.FailedTasks}"))}"));
            if (moments.Count == 0 || !moments[^1].EndsWith(shown, StringComparison.Ordinal)) moments.Add($"{(world.Engine.Now - begin).TotalSeconds}: {shown}");
        });
        return moments;
    }

    private sealed record World(int Instances, (int Kind, int Count, int Percents)[] Services, (int Kind, int Amount)[] Changes)
    {
        public void Play(EngineWorld world, bool settles)
        {
            world.AddInstances(Instances);
            world.Call(new CreateClusterRequest { Tags = [new() { Key = "team", Value = "shop" }], Settings = [new() { Name = "containerInsights", Value = "enabled" }] });
            world.Call(new PutAccountSettingDefaultRequest { Name = SettingName.ContainerInsights, Value = "enhanced" });
            world.Define("small", 60);
            world.Define("large", 400);
            world.Define("port", 10, hostPort: 8080);
            world.Define("interface", 30, networkMode: NetworkMode.Awsvpc);
            world.Define("small", 70);
            world.Call(new RegisterTaskDefinitionRequest
            {
                Family = "fargate", NetworkMode = NetworkMode.Awsvpc, Cpu = "256", Memory = "512", RequiresCompatibilities = ["FARGATE"], Tags = [new() { Key = "kind", Value = "fargate" }],
                ContainerDefinitions = [new() { Name = "app", Image = "app" }],
            });
            // A copy has only task definitions in use. The changes need this one.
            world.Call(new CreateServiceRequest { ServiceName = "none", TaskDefinition = "small", DesiredCount = 0 });
            for (var i = 0; i < Services.Length; i++) world.Call(Create($"s{i}", Services[i]));
            world.Call(new CreateTaskSetRequest { Cluster = "default", Service = "s0", TaskDefinition = "small", Scale = new() { Value = 50, Unit = ScaleUnit.Percent } });
            world.Live(TimeSpan.FromSeconds(settles ? 1200 : 9), () => { });
            foreach (var (kind, amount) in Changes)
            {
                world.Call(Change(world, kind, amount));
                world.Live(TimeSpan.FromSeconds(settles ? 1200 : amount * 2), () => { });
            }
        }

        public static IStructure Change(EngineWorld world, int kind, int amount) => kind switch
        {
            0 => new UpdateServiceRequest { Service = "s0", DesiredCount = amount },
            1 => new UpdateServiceRequest { Service = "s0", ForceNewDeployment = true },
            2 when world.Cluster.Tasks.FirstOrDefault(task => task.IsRunning) is { } task => new StopTaskRequest { Task = task.Id, Reason = "a test" },
            3 when world.Cluster.Registered.Count > 0 => new UpdateContainerInstancesStateRequest { Status = "DRAINING", ContainerInstances = [world.Cluster.Registered[amount % world.Cluster.Registered.Count].Id] },
            4 => new UpdateServiceRequest { Service = "s1", TaskDefinition = "small", ForceNewDeployment = true },
            5 => new DeleteServiceRequest { Service = "s1", Force = true },
            6 => new UpdateServiceRequest { Service = "s0", TaskDefinition = "small" },
            7 when world.Cluster.Tasks.FirstOrDefault(task => task is { IsRunning: true, ServiceName: not null }) is { } task =>
                new UpdateTaskProtectionRequest { Cluster = "default", Tasks = [task.Id], ProtectionEnabled = true, ExpiresInMinutes = 1 + amount },
            8 => new TagResourceRequest { ResourceArn = "arn:aws:ecs:us-east-1:123456789012:service/default/s0", Tags = [new() { Key = "k", Value = $"{amount}" }] },
            _ => new RunTaskRequest { TaskDefinition = "small", Count = 1 + amount % 5, Tags = [new() { Key = "run", Value = "x" }] },
        };

        private static CreateServiceRequest Create(string name, (int Kind, int Count, int Percents) service)
        {
            var family = (service.Kind % 6) switch { 0 => "large", 1 => "port", 2 => "interface", 3 => "fargate", _ => "small:1" };
            return new()
            {
                ServiceName = name,
                TaskDefinition = service.Kind == 11 ? null : family,
                DesiredCount = service.Kind == 10 ? null : service.Count,
                SchedulingStrategy = service.Kind == 10 ? SchedulingStrategy.Daemon : null,
                DeploymentController = service.Kind == 11 ? new() { Type = DeploymentControllerType.External } : null,
                LaunchType = family == "fargate" && service.Kind != 11 ? LaunchType.Fargate : null,
                NetworkConfiguration = family is "interface" or "fargate" && service.Kind != 11 ? new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"] } } : null,
                LoadBalancers = service.Kind % 5 == 0 ? [new() { TargetGroupArn = "targets", ContainerName = "app", ContainerPort = 80 }] : null,
                Tags = [new() { Key = "of", Value = name }],
                EnableECSManagedTags = service.Kind % 2 == 0,
                DeploymentConfiguration = service.Kind is 10 or 11 ? null : new()
                {
                    MinimumHealthyPercent = new[] { 100, 50, 0, 75 }[service.Percents],
                    MaximumPercent = new[] { 200, 200, 150, 125 }[service.Percents],
                    DeploymentCircuitBreaker = service.Kind % 3 == 0 ? new() { Enable = true, Rollback = true } : null,
                },
            };
        }

        public override string ToString() => $"{Instances} instances, services {string.Join(' ', Services)}, changes {string.Join(' ', Changes)}";
    }

    /// <summary>The API of an engine in this process.</summary>
    private sealed class EngineCalls(EngineWorld world, string? refused = null) : IEcsCalls
    {
        public Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
            where TRequest : class, IStructure<TRequest>, new()
            where TResponse : class, IStructure<TResponse>, new()
        {
            if (operation.Name == refused) throw new EcsException("AccessDeniedException", "You may not.") { StatusCode = 400 };
            return Task.FromResult(world.Answer<TResponse>(request));
        }
    }
}
