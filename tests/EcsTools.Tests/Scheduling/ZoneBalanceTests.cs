using CsCheck;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

public class ZoneBalanceTests
{
    private static readonly string[] Zones = ["a", "b", "c"];

    [Fact]
    public void Moves_end_with_zones_that_differ_by_at_most_one() =>
        Gen.Int[0, 12].Array[3].Try(counts =>
        {
            var now = counts.ToArray();
            for (var moves = 0; ZoneBalance.Move(Tasks(now), Zones) is { } move; moves++)
            {
                Assert.True(moves < counts.Sum(), "it never ends");
                now[Array.IndexOf(Zones, move.From)]--;
                now[Array.IndexOf(Zones, move.To[0])]++;
            }

            Assert.True(now.Max() - now.Min() <= 1);
        });

    [Fact]
    public void Protected_and_stopping_tasks_are_not_moved()
    {
        Assert.Null(ZoneBalance.Move(Tasks([4, 0, 0], TestTask.Protected), Zones));
        Assert.Null(ZoneBalance.Move(Tasks([4, 0, 0], TestTask.Stopping), Zones));
        Assert.Null(ZoneBalance.Move([.. Tasks([4, 0, 0], TestTask.Protected), .. Tasks([1, 0, 0], TestTask.Stopping)], Zones));
    }

    [Fact]
    public void Only_a_spread_over_zones_that_comes_first_is_balanced()
    {
        Assert.True(ZoneBalance.AppliesTo(PlacementStep.ServiceDefault));
        Assert.False(ZoneBalance.AppliesTo([PlacementStep.BinpackCpu, PlacementStep.SpreadOverZones]));
    }

    private static List<TestTask> Tasks(int[] counts, Action<TestTask>? change = null)
    {
        var tasks = Zones.SelectMany((zone, index) => Enumerable.Range(0, counts[index]).Select(_ => new TestTask("d") { AvailabilityZone = zone })).ToList();
        tasks.ForEach(change ?? (_ => { }));
        return tasks;
    }
}
