using CsCheck;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Tests.Scheduling;

public class PlacementTests
{
    private const string Group = "service:web";
    private static readonly string[] Zones = ["a", "b", "c"];

    private static PlacementRequest Request(params PlacementStep[] strategy) => new()
    {
        Group = Group,
        Requirements = new TaskRequirements { Cpu = 256, MemoryMiB = 512 },
        Strategy = strategy.Length > 0 ? strategy : PlacementStep.ServiceDefault,
    };

    private static List<TestInstance> Place(PlacementRequest request, IReadOnlyList<TestInstance> instances, int count, int seed = 1) =>
        Place(request, new InstancePool<TestInstance>(instances), count, seed);

    private static List<TestInstance> Place(PlacementRequest request, InstancePool<TestInstance> pool, int count, int seed)
    {
        var placer = new TaskPlacer<TestInstance>(request, pool, new Random(seed));
        var chosen = new List<TestInstance>();
        while (chosen.Count < count && placer.Next() is { } instance)
            chosen.Add(instance.Run(request));
        return chosen;
    }

    private static TestInstance[] SixInThreeZones() => [.. Enumerable.Range(0, 6).Select(i => new TestInstance($"i{i}", Zones[i % 3]))];

    [Fact]
    public void A_service_goes_evenly_over_zones_and_then_over_instances()
    {
        var chosen = Place(Request(), SixInThreeZones(), 6);
        Assert.Equal(["i0", "i1", "i2", "i3", "i4", "i5"], chosen.Select(instance => instance.Id));
    }

    [Fact]
    public void Tasks_on_draining_instances_count_toward_their_zone_but_new_ones_do_not_go_there()
    {
        var instances = SixInThreeZones();
        instances[0].Run(Group).Run(Group).IsActive = false;
        Assert.Equal(["i1", "i2", "i4", "i5", "i3"], Place(Request(), instances, 5).Select(instance => instance.Id));
    }

    [Fact]
    public void Binpack_takes_the_fullest_instance_that_still_fits()
    {
        TestInstance[] instances =
            [new("roomy"), new("tight") { RemainingMemoryMiB = 1100 }, new("full") { RemainingMemoryMiB = 511 }];
        var chosen = Place(Request(PlacementStep.BinpackMemory), instances, 3);
        Assert.Equal(["tight", "tight", "roomy"], chosen.Select(instance => instance.Id));
    }

    [Fact]
    public void Later_steps_decide_where_earlier_ones_see_no_difference()
    {
        TestInstance[] instances =
        [
            new("a1", "a"), new("a2", "a") { RemainingCpu = 1024 },
            new("b1", "b") { RemainingCpu = 2048 }, new("b2", "b"),
        ];
        var chosen = Place(Request(PlacementStep.SpreadOverZones, PlacementStep.BinpackCpu), instances, 4);
        Assert.Equal(["a2", "b1", "a2", "b1"], chosen.Select(instance => instance.Id));
    }

    [Fact]
    public void A_second_attribute_is_spread_within_the_first()
    {
        TestInstance[] instances = [Racked("a1", "a", "r1"), Racked("a2", "a", "r2"), Racked("b1", "b", "r1"), Racked("b2", "b", "r1")];
        var chosen = Place(Request(PlacementStep.SpreadOverZones, PlacementStep.SpreadOver("rack"), PlacementStep.SpreadOverInstances), instances, 6);
        Assert.Equal(["a1", "b1", "a2", "b2", "a1", "b1"], chosen.Select(instance => instance.Id));

        static TestInstance Racked(string id, string zone, string rack) => new(id, zone) { Attributes = { ["rack"] = rack } };
    }

    [Fact]
    public void Random_gives_every_instance_the_same_chance()
    {
        var instances = Enumerable.Range(0, 10)
            .Select(i => new TestInstance($"i{i}") { RemainingCpu = int.MaxValue, RemainingMemoryMiB = int.MaxValue }).ToArray();
        Place(Request([.. PlacementStep.StandaloneDefault]), instances, 10_000);
        Assert.All(instances, instance => Assert.InRange(instance.TasksInGroup(Group), 850, 1150));
    }

    [Fact]
    public void Distinct_instances_take_one_task_each()
    {
        var request = Request() with { Constraints = PlacementConstraints.Parse([("distinctInstance", null)]) };
        var instances = SixInThreeZones();
        Assert.Equal(6, Place(request, instances, 10).Distinct().Count());
        var failure = new TaskPlacer<TestInstance>(request, new(instances), new Random(1)).Failure();
        Assert.All(failure.Refusals, refusal => Assert.Equal(PlacementObstacle.DistinctInstance, refusal.Obstacle));
    }

    [Fact]
    public void Constraints_all_bind()
    {
        var request = Request() with
        {
            Constraints = PlacementConstraints.Parse(
                [("memberOf", "attribute:ecs.availability-zone in [a, b]"), ("memberOf", "runningTasksCount < 2")]),
        };
        var chosen = Place(request, SixInThreeZones(), 100);
        Assert.Equal(8, chosen.Count);
        Assert.DoesNotContain(chosen, instance => instance.Attributes[InstanceAttributes.AvailabilityZone] == "c");
    }

    private static readonly PlacementRequest Demanding = new()
    {
        Group = Group,
        Requirements = new TaskRequirements
        {
            Cpu = 256,
            MemoryMiB = 512,
            Gpus = 1,
            Enis = 1,
            HostPorts = [new HostPort(80), new HostPort(53, PortProtocol.Udp)],
            Attributes = [new RequiredAttribute("gpu-driver", "9"), new RequiredAttribute("stack")],
            OsFamily = "LINUX",
            CpuArchitecture = "X86_64",
        },
        Constraints = PlacementConstraints.Parse([("memberOf", "attribute:stack == prod"), ("distinctInstance", null)]),
        AvailabilityZones = new HashSet<string> { "a", "b" },
    };

    private static TestInstance Fitting() => new("i-1", "a")
    {
        RemainingGpus = 2,
        Attributes = { ["gpu-driver"] = "9", ["stack"] = "prod", ["ecs.cpu-architecture"] = "x86_64" },
    };

    [Fact]
    public void An_instance_without_an_obstacle_is_taken() => Assert.Null(PlacementCheck.Obstacle(Demanding, Fitting()));

    [Theory]
    [InlineData(PlacementObstacle.Agent, "AGENT", "encountered error \"AGENT\".")]
    [InlineData(PlacementObstacle.Attribute, "ATTRIBUTE", "is missing an attribute required by your task.")]
    [InlineData(PlacementObstacle.Location, "LOCATION", "encountered error \"LOCATION\".")]
    [InlineData(PlacementObstacle.Cpu, "RESOURCE:CPU", "has insufficient CPU units available.")]
    [InlineData(PlacementObstacle.Memory, "RESOURCE:MEMORY", "has insufficient memory available.")]
    [InlineData(PlacementObstacle.Gpu, "RESOURCE:GPU", "encountered error \"RESOURCE:GPU\".")]
    [InlineData(PlacementObstacle.Ports, "RESOURCE:PORTS", "is already using a port required by your task.")]
    [InlineData(PlacementObstacle.Eni, "RESOURCE:ENI", "encountered error \"RESOURCE:ENI\".")]
    [InlineData(PlacementObstacle.MemberOf, "MemberOf placement constraint unsatisfied.", "encountered error \"MemberOf placement constraint unsatisfied.\"")]
    [InlineData(
        PlacementObstacle.DistinctInstance, "DistinctInstance placement constraint unsatisfied.",
        "encountered error \"DistinctInstance placement constraint unsatisfied.\"")]
    public void Each_obstacle_is_found_and_worded_as_ecs_words_it(Enum expected, string failure, string inEvent)
    {
        var obstacle = (PlacementObstacle)expected;
        var instance = Fitting();
        PutInTheWay(obstacle, instance);
        Assert.Equal(obstacle, PlacementCheck.Obstacle(Demanding, instance));
        Assert.Equal(failure, obstacle.FailureReason());
        Assert.Equal(inEvent, obstacle.EventReason());
    }

    private static void PutInTheWay(PlacementObstacle obstacle, TestInstance instance)
    {
        _ = obstacle switch
        {
            PlacementObstacle.Agent => instance.AgentConnected = false,
            PlacementObstacle.Attribute => instance.Attributes.Remove("gpu-driver"),
            PlacementObstacle.Location => (object)(instance.Attributes[InstanceAttributes.AvailabilityZone] = "z"),
            PlacementObstacle.Cpu => instance.RemainingCpu = 255,
            PlacementObstacle.Memory => instance.RemainingMemoryMiB = 511,
            PlacementObstacle.Gpu => instance.RemainingGpus = 0,
            PlacementObstacle.Ports => instance.Run(Request() with { Group = "other", Requirements = new TaskRequirements { HostPorts = [new HostPort(80)] } }),
            PlacementObstacle.Eni => instance.RemainingEnis = 0,
            PlacementObstacle.MemberOf => instance.Attributes["stack"] = "dev",
            _ => instance.Run(Group),
        };
    }

    [Theory]
    [InlineData("gpu-driver", "8")]
    [InlineData("ecs.cpu-architecture", "arm64")]
    [InlineData("ecs.os-family", "WINDOWS_SERVER_2022_CORE")]
    public void An_attribute_with_another_value_is_an_obstacle(string attribute, string value)
    {
        var instance = Fitting();
        instance.Attributes[attribute] = value;
        Assert.Equal(PlacementObstacle.Attribute, PlacementCheck.Obstacle(Demanding, instance));
    }

    [Fact]
    public void The_same_port_of_another_protocol_is_free()
    {
        var needs = new TaskRequirements { HostPorts = [new HostPort(53), new HostPort(80, PortProtocol.Udp)] };
        var instance = Fitting().Run(Demanding with { Group = "other", Requirements = needs });
        Assert.Null(PlacementCheck.Obstacle(Demanding, instance));
    }

    [Fact]
    public void Without_instances_the_event_says_so()
    {
        var failure = new TaskPlacer<TestInstance>(Request(), new([new TestInstance("x") { IsActive = false }]), new Random(1)).Failure();
        Assert.Empty(failure.Refusals);
        Assert.Contains("Reason: No Container Instances were found in your cluster.", failure.ServiceEvent("web"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_closest_match_is_the_one_whose_obstacle_comes_last()
    {
        TestInstance[] instances = [new("no-cpu") { RemainingCpu = 0 }, new("no-memory") { RemainingMemoryMiB = 0 }, new("lost") { AgentConnected = false }];
        var failure = new TaskPlacer<TestInstance>(Request(), new(instances), new Random(1)).Failure();
        Assert.Equal(
            "(service web) was unable to place a task because no container instance met all of its requirements. "
            + "The closest matching (container-instance no-memory) has insufficient memory available. "
            + "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.",
            failure.ServiceEvent("web"));
        Assert.Equal(["RESOURCE:CPU", "RESOURCE:MEMORY", "AGENT"], failure.Refusals.Select(refusal => refusal.Obstacle.FailureReason()));
    }

    [Theory]
    [InlineData("random", null, PlacementStepKind.Random)]
    [InlineData("spread", "instanceId", PlacementStepKind.SpreadInstance)]
    [InlineData("spread", "host", PlacementStepKind.SpreadInstance)]
    [InlineData("spread", "attribute:Rack", PlacementStepKind.SpreadAttribute)]
    [InlineData("binpack", "CPU", PlacementStepKind.BinpackCpu)]
    [InlineData("binpack", "memory", PlacementStepKind.BinpackMemory)]
    public void Strategies_are_read_as_the_api_writes_them(string type, string? field, Enum kind)
    {
        var step = PlacementStep.Parse(type, field);
        Assert.Equal(kind, step.Kind);
        Assert.Equal(kind.Equals(PlacementStepKind.SpreadAttribute) ? "Rack" : null, step.Attribute);
    }

    [Theory]
    [InlineData("spread", "cpu")]
    [InlineData("spread", "attribute:")]
    [InlineData("binpack", "instanceId")]
    [InlineData("pile", null)]
    public void Strategies_that_are_none_are_refused(string type, string? field) =>
        Assert.Throws<ArgumentException>(() => PlacementStep.Parse(type, field));

    private static readonly Gen<PlacementStep[]> Strategies = Gen.OneOf(
        PlacementStep.Random, PlacementStep.SpreadOverZones, PlacementStep.SpreadOverInstances, PlacementStep.BinpackCpu, PlacementStep.BinpackMemory)
        .Array[0, 4];

    private static readonly Gen<PlacementRequest> Requests =
        from strategy in Strategies
        from needs in Gen.Select(Gen.Int[0, 600], Gen.Int[0, 1200], Gen.Int[0, 1], Gen.Int[0, 1])
        from ports in Gen.Select(Gen.Int[80, 82], Gen.OneOf(PortProtocol.Tcp, PortProtocol.Udp)).Array[0, 2]
        from distinct in Gen.Bool
        select new PlacementRequest
        {
            Group = $"service:{strategy.Length}",
            Strategy = strategy,
            Constraints = new PlacementConstraints { DistinctInstance = distinct },
            Requirements = new TaskRequirements
            {
                Cpu = needs.Item1,
                MemoryMiB = needs.Item2,
                Gpus = needs.Item3,
                Enis = needs.Item4,
                HostPorts = [.. ports.Select(port => new HostPort(port.Item1, port.Item2)).Distinct()],
            },
        };

    private static readonly Gen<(int Zone, int Cpu, int Memory, int Gpus, int Enis, bool Connected)> Instances =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2048], Gen.Int[0, 4096], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false))));

    private static TestInstance[] Make((int Zone, int Cpu, int Memory, int Gpus, int Enis, bool Connected)[] instances) =>
    [
        .. instances.Select((instance, index) => new TestInstance($"i{index}", Zones[instance.Zone])
        {
            RemainingCpu = instance.Cpu,
            RemainingMemoryMiB = instance.Memory,
            RemainingGpus = instance.Gpus,
            RemainingEnis = instance.Enis,
            AgentConnected = instance.Connected,
        }),
    ];

    /// <summary>That no instance is overcommitted and no port used twice, the instances themselves see to.</summary>
    [Fact]
    public void Tasks_go_where_they_fit_until_they_fit_nowhere() =>
        Gen.Select(Instances.Array[0, 12], Requests.Array[1, 4], Gen.Int).Try((made, requests, seed) =>
        {
            var instances = Make(made);
            foreach (var request in requests)
            {
                if (Place(request, instances, 40, seed).Count < 40)
                    Assert.DoesNotContain(instances, instance => PlacementCheck.Obstacle(request, instance) is null);
            }
        });

    /// <summary>The ranking must agree with the plain definition: look at all instances, each time.</summary>
    [Fact]
    public void Each_choice_is_the_best_of_all_instances() =>
        Gen.Select(Instances.Array[1, 12], Requests).Where((_, request) => !request.Strategy.Contains(PlacementStep.Random)).Try((made, request) =>
        {
            var instances = Make(made);
            var placer = new TaskPlacer<TestInstance>(request, new(instances), new Random(1));
            for (var task = 0; task < 20; task++)
            {
                var best = instances.Where(instance => PlacementCheck.Obstacle(request, instance) is null)
                    .MinBy(instance => request.Strategy.Select(step => Rank(step, instance, instances, request.Group)).ToArray(), ByElements);
                var chosen = placer.Next();
                Assert.Same(best, chosen);
                chosen?.Run(request);
            }
        });

    /// <summary>The cached data of a pool doesn't change the results.</summary>
    [Fact]
    public void A_pool_that_lasts_gives_what_new_ones_give() =>
        Gen.Select(Instances.Array[0, 12], Requests.Array[1, 6], Gen.Int).Try((made, requests, seed) =>
        {
            var (one, other) = (Make(made), Make(made));
            var pool = new InstancePool<TestInstance>(one, group => one.Where(instance => instance.TasksInGroup(group) > 0));
            foreach (var request in requests)
                Assert.Equal(Place(request, other, 5, seed).Select(instance => instance.Id), Place(request, pool, 5, seed).Select(instance => instance.Id));
        });

    private static readonly Comparer<int[]> ByElements = Comparer<int[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y));

    private static int Rank(PlacementStep step, TestInstance instance, TestInstance[] all, string group) => step.Kind switch
    {
        PlacementStepKind.BinpackCpu => instance.RemainingCpu,
        PlacementStepKind.BinpackMemory => instance.RemainingMemoryMiB,
        PlacementStepKind.SpreadInstance => instance.TasksInGroup(group),
        _ => all.Where(other => other.Attributes[step.Attribute!] == instance.Attributes[step.Attribute!]).Sum(other => other.TasksInGroup(group)),
    };

    [Fact]
    public void With_room_everywhere_zones_and_instances_differ_by_at_most_one() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 100]).Try((perZone, tasks) =>
        {
            var instances = Enumerable.Range(0, perZone * 3)
                .Select(i => new TestInstance($"i{i}", Zones[i % 3]) { RemainingCpu = int.MaxValue, RemainingMemoryMiB = int.MaxValue }).ToArray();
            Assert.Equal(tasks, Place(Request(), instances, tasks).Count);
            AssertEven(instances.GroupBy(i => i.Attributes[InstanceAttributes.AvailabilityZone]).Select(zone => zone.Sum(i => i.TasksInGroup(Group))));
            AssertEven(instances.Where(i => i.Attributes[InstanceAttributes.AvailabilityZone] == "a").Select(i => i.TasksInGroup(Group)));
        });

    private static void AssertEven(IEnumerable<int> counts) => Assert.InRange(counts.Max() - counts.Min(), 0, 1);

    [Fact]
    public void The_same_seed_chooses_the_same() =>
        Gen.Select(Instances.Array[0, 12], Requests, Gen.Int).Try((made, request, seed) =>
            Assert.Equal(Place(request, Make(made), 30, seed).Select(i => i.Id), Place(request, Make(made), 30, seed).Select(i => i.Id)));

    [Fact]
    public void Each_instance_is_looked_at_once_and_then_only_those_that_were_chosen()
    {
        var instances = Enumerable.Range(0, 5_000)
            .Select(i => new TestInstance($"i{i}", Zones[i % 3]) { RemainingCpu = 20 * 256, RemainingMemoryMiB = 20 * 512 }).ToArray();
        Assert.Equal(100_000, Place(Request(), instances, 200_000).Count);
        Assert.Equal(5_000 + 100_000, instances.Sum(instance => instance.Looks));
    }
}
