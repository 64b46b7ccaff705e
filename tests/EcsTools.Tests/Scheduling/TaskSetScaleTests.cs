using CsCheck;
using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

public class TaskSetScaleTests
{
    [Theory]
    [InlineData(4, 30, 2)]
    [InlineData(10, 10, 1)]
    [InlineData(3, 33.3, 1)]
    [InlineData(3, 33.4, 2)]
    [InlineData(7, 0, 0)]
    [InlineData(0, 100, 0)]
    [InlineData(5, 100, 5)]
    public void A_share_is_rounded_up(int desired, double percent, int computed) => Assert.Equal(computed, TaskSetScale.ComputedDesiredCount(desired, percent));

    [Fact]
    public void A_share_is_never_less_than_asked_and_less_than_one_task_more() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 1000]).Try((desired, tenths) =>
        {
            var exact = desired * tenths / 1000m;
            Assert.InRange(TaskSetScale.ComputedDesiredCount(desired, tenths / 10d) - exact, 0, 0.9999m);
        });
}
