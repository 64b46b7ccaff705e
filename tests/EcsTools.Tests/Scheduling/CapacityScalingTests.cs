using CsCheck;
using EcsTools.Scheduling.Capacity;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Tests.Scheduling;

public class CapacityScalingTests
{
    private static readonly InstanceSize Size = new(2048, 8000, 1, 3);

    private static readonly Gen<ScalingSettings> Settings =
        from target in Gen.Int[1, 100]
        from least in Gen.Int[1, 20]
        from more in Gen.Int[0, 100]
        select new ScalingSettings(target, least, least + more);

    private static readonly Gen<PlacementRequest> Task =
        from cpu in Gen.Int[0, 2048]
        from memory in Gen.Int[1, 8000]
        from enis in Gen.Int[0, 1]
        from gpus in Gen.Int[0, 1]
        from port in Gen.Int[0, 3]
        from family in Gen.Int[0, 3]
        from distinct in Gen.Bool
        select new PlacementRequest
        {
            Group = $"service:{family}",
            Requirements = new() { Cpu = cpu, MemoryMiB = memory, Enis = enis, Gpus = gpus, HostPorts = port == 0 ? [] : [new HostPort(port)] },
            Constraints = new() { DistinctInstance = distinct },
        };

    [Theory]
    [InlineData(100, 5, 3, 2)]
    [InlineData(90, 9, 9, 1)]
    [InlineData(50, 2, 0, 4)]
    [InlineData(100, 0, 1, -1)]
    [InlineData(100, 2, 10, -5)]
    [InlineData(100, 7, 7, 0)]
    public void The_instances_follow_the_target(int target, int needed, int actual, int change) =>
        Assert.Equal(change, CapacityScaling.Change(ScalingSettings.Default with { TargetCapacity = target }, needed, actual));

    [Fact]
    public void What_is_added_at_a_time_lies_between_the_steps() =>
        Gen.Select(Settings, Gen.Int[0, 500], Gen.Int[0, 500]).Try((settings, needed, actual) =>
        {
            var change = CapacityScaling.Change(settings, needed, actual);
            if (change > 0) Assert.InRange(change, settings.MinimumStep, settings.MaximumStep);
            if (change < 0) Assert.True(actual + change >= needed, "What is needed was taken away.");
        });

    [Fact]
    public void Following_the_target_comes_to_rest_with_all_that_is_needed() =>
        Gen.Select(Settings, Gen.Int[0, 300], Gen.Int[0, 300]).Try((settings, needed, actual) =>
        {
            settings = settings with { MinimumStep = 1 }; // a larger one exceeds the target
            var (first, fullSteps) = (actual, (100 * needed / settings.TargetCapacity / settings.MaximumStep) + 2);
            for (var steps = 0; CapacityScaling.Change(settings, needed, actual) is not 0 and var change; steps++)
            {
                actual += change;
                Assert.True(steps < fullSteps + first, "It never comes to rest.");
            }
            Assert.True(actual >= needed);
            Assert.True(needed * 100 <= settings.TargetCapacity * actual, "More is in use than the target allows.");
        });

    [Fact]
    public void So_many_instances_as_are_estimated_do_take_all_tasks() =>
        Task.List[0, 60].Try(tasks =>
        {
            var instances = Enumerable.Range(0, InstanceEstimate.For(tasks, Size)).Select(Instance).ToList();
            foreach (var task in tasks)
            {
                var taker = instances.Find(instance => PlacementCheck.Obstacle(task, instance) is null);
                Assert.NotNull(taker);
                taker.Run(task);
            }
        });

    [Fact]
    public void What_not_even_an_empty_instance_could_take_is_left_out() =>
        Assert.Equal(0, InstanceEstimate.For([new() { Group = "family:a", Requirements = new() { Cpu = 2049 } }], Size));

    [Fact]
    public void Protected_instances_with_tasks_stay_and_the_zones_stay_even() =>
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Bool).List[0, 30], Gen.Int[0, 40], Gen.Bool).Try((instances, count, isProtected) =>
        {
            var candidates = instances.Select((instance, index) => new ScaleInCandidate<int>(index, $"z{instance.Item1}", instance.Item2)).ToList();
            var chosen = InstanceScaleIn.Choose(candidates, count, isProtected);
            Assert.Equal(chosen.Count, chosen.Distinct().Count());
            Assert.Equal(Math.Min(count, candidates.Count(candidate => candidate.IsEmpty || !isProtected)), chosen.Count);
            Assert.All(chosen, index => Assert.True(candidates[index].IsEmpty || !isProtected), throwIfEmpty: false);
            if (isProtected || chosen.Count == 0) return;
            var left = candidates.Where(candidate => !chosen.Contains(candidate.Instance)).CountBy(candidate => candidate.Zone).ToDictionary();
            var taken = chosen.Select(index => candidates[index].Zone).Distinct();
            Assert.All(taken, zone => Assert.True(left.GetValueOrDefault(zone) >= left.Values.DefaultIfEmpty(0).Max() - 1), throwIfEmpty: false);
        });

    private static TestInstance Instance(int index) =>
        new($"i-{index}") { RemainingCpu = Size.Cpu, RemainingMemoryMiB = Size.MemoryMiB, RemainingGpus = Size.Gpus, RemainingEnis = Size.Enis };
}
