using CsCheck;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

public class ScaleInTests
{
    private static readonly TestInstance A1 = new("a1", "a") { RemainingCpu = 100 };
    private static readonly TestInstance A2 = new("a2", "a") { RemainingCpu = 300 };
    private static readonly TestInstance B1 = new("b1", "b") { RemainingCpu = 200 };

    private static List<TestTask> On(params TestInstance[] instances) => [.. instances.Select(instance => new TestTask("new", instance))];

    private static IEnumerable<string> Chosen(List<TestTask> tasks, int count, params PlacementStep[] strategy) =>
        ScaleIn.Choose(tasks, tasks, count, strategy.Length > 0 ? strategy : PlacementStep.ServiceDefault, new Random(1))
            .Select(task => ((TestInstance)task.Instance!).Id);

    [Fact]
    public void The_fullest_zone_loses_first_and_in_it_the_fullest_instance() =>
        Assert.Equal(["a2", "a1", "a2"], Chosen(On(A1, A2, A2, B1, A1, A2), 3));

    [Fact]
    public void Without_a_difference_the_oldest_goes()
    {
        var tasks = On(A1, A1, A1);
        Assert.Same(tasks[0], Assert.Single(ScaleIn.Choose(tasks, tasks, 1, PlacementStep.ServiceDefault, new Random(1))));
    }

    [Fact]
    public void Binpack_empties_the_instance_with_the_most_left() =>
        Assert.Equal(["a2", "a2", "b1"], Chosen(On(A1, A2, B1, A2), 3, PlacementStep.BinpackCpu));

    [Fact]
    public void Where_the_strategy_sees_no_difference_the_fullest_zone_loses_first()
    {
        TestInstance[] alike = [new("a1", "a"), new("b1", "b"), new("b2", "b"), new("c1", "c")];
        Assert.Equal(["b1"], Chosen(On(alike), 1, PlacementStep.BinpackMemory));
        Assert.Equal(["c1"], Chosen(On([.. alike, alike[3], alike[3]]), 1, PlacementStep.BinpackMemory));
    }

    [Fact]
    public void Tasks_that_may_not_go_still_count()
    {
        var stay = On(B1, B1, B1);
        var candidates = On(A1, A2, B1);
        var chosen = ScaleIn.Choose(candidates, [.. stay, .. candidates], 1, PlacementStep.ServiceDefault, new Random(1));
        Assert.Same(B1, Assert.Single(chosen).Instance);
    }

    [Fact]
    public void What_stays_is_as_even_as_what_was_there_allows() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 60]).Try((count, leaving) =>
        {
            var instances = Enumerable.Range(0, 6).Select(i => new TestInstance($"i{i}", $"z{i % 3}")).ToArray();
            var tasks = Enumerable.Range(0, count).Select(i => new TestTask("new", instances[i % 6])).ToList();
            var stay = tasks.Except(ScaleIn.Choose(tasks, tasks, leaving, PlacementStep.ServiceDefault, new Random(1))).ToList();
            Assert.Equal(Math.Max(0, count - leaving), stay.Count);
            AssertEven(Enumerable.Range(0, 3).Select(zone => stay.Count(task => task.AvailabilityZone == $"z{zone}")));
            AssertEven(instances.Where(i => i.Id is "i0" or "i3").Select(i => stay.Count(task => task.Instance == i)));
        });

    private static void AssertEven(IEnumerable<int> counts) => Assert.InRange(counts.Max() - counts.Min(), 0, 1);

    [Fact]
    public void Tasks_without_an_instance_go_by_zone()
    {
        TestTask[] tasks = [new("new") { AvailabilityZone = "a" }, new("new") { AvailabilityZone = "b" }, new("new") { AvailabilityZone = "b" }];
        Assert.Same(tasks[1], Assert.Single(ScaleIn.Choose(tasks, tasks, 1, PlacementStep.ServiceDefault, new Random(1))));
    }
}
