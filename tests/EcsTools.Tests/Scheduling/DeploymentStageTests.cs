using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

public class DeploymentStageTests
{
    [Theory]
    [InlineData(2, false, "PreScaleUp ScaleUp PostScaleUp BakeTime CleanUp")]
    [InlineData(3, true, "ReconcileService PreScaleUp ScaleUp PostScaleUp TestTrafficShift PostTestTrafficShift ProductionTrafficShift PostProductionTrafficShift BakeTime CleanUp")]
    public void Stages_follow_each_other(int revisions, bool shiftsTraffic, string stages)
    {
        var passed = new List<DeploymentStage>();
        for (DeploymentStage? stage = DeploymentStages.First(revisions); stage is { } at; stage = DeploymentStages.After(at, shiftsTraffic)) passed.Add(at);
        Assert.Equal(stages, string.Join(' ', passed));
    }

    [Theory]
    [InlineData(DeploymentStage.ScaleUp, false, false)]
    [InlineData(DeploymentStage.PreScaleUp, true, true)]
    [InlineData(DeploymentStage.BakeTime, true, true)]
    [InlineData(DeploymentStage.CleanUp, true, false)]
    public void Revisions_stand_side_by_side_until_the_clean_up_where_traffic_is_shifted(Enum stage, bool shiftsTraffic, bool isSideBySide) =>
        Assert.Equal(isSideBySide, DeploymentStages.IsSideBySide((DeploymentStage)stage, shiftsTraffic));

    [Fact]
    public void Linear_steps_are_equal_but_for_the_last()
    {
        var bake = TimeSpan.FromMinutes(6);
        Assert.Equal([new(33.4, bake), new(66.8, bake), new(100, TimeSpan.Zero)], TrafficShift.Linear(33.4, bake));
        Assert.Equal([new(50, bake), new(100, TimeSpan.Zero)], TrafficShift.Linear(50, bake));
        Assert.Equal([new(100, TimeSpan.Zero)], TrafficShift.Linear(100, bake));
    }

    [Fact]
    public void A_canary_of_everything_is_no_canary()
    {
        Assert.Equal([new(5, TimeSpan.FromMinutes(10)), new(100, TimeSpan.Zero)], TrafficShift.Canary(5, TimeSpan.FromMinutes(10)));
        Assert.Equal(TrafficShift.AllAtOnce, TrafficShift.Canary(100, TimeSpan.FromMinutes(10)));
    }

    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(8, 4, 0)]
    [InlineData(9, 4, 10)]
    [InlineData(13, 4, 20)]
    [InlineData(3, 0, 10)]
    [InlineData(int.MaxValue / 2, 1, 1620)]
    public void The_wait_of_the_restart_throttle_doubles_with_each_round_of_failures(int failures, int desired, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RestartThrottle.Wait(failures, desired));
}
