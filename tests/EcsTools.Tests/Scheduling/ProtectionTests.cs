using CsCheck;
using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

public class ProtectionTests
{
    private static readonly Gen<List<TestTask>> Tasks = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 5]).Select(counts => (List<TestTask>)
    [
        .. TestTask.Many(counts.Item1, "old"), .. TestTask.Many(counts.Item2, "old", TestTask.Protected),
        .. TestTask.Many(counts.Item3, "new"), .. TestTask.Many(counts.Item4, "new", TestTask.Protected),
    ]);

    [Fact]
    public void Neither_scaling_in_nor_a_deployment_stops_a_protected_task() =>
        Gen.Select(Tasks, Gen.Int[0, 8], Gen.Int[0, 100], Gen.Int[100, 200]).Try((tasks, desired, minimum, maximum) =>
            Assert.DoesNotContain(Plan(tasks, desired, minimum, maximum).Stop, task => task.IsProtected));

    [Fact]
    public void A_plan_is_held_by_protection_exactly_when_protected_tasks_should_go() =>
        Gen.Select(Tasks, Gen.Int[0, 8]).Try((tasks, desired) =>
        {
            var (old, good) = (tasks.Count(t => t is { IsProtected: true, DeploymentId: "old" }), tasks.Count(t => t is { IsProtected: true, DeploymentId: "new" }));
            var plan = Plan(tasks, desired, 100, 200);
            Assert.Equal((old > 0 || good > desired, good > desired), (plan.IsBlockedByProtection, plan.IsOverprotected));
        });

    [Fact]
    public void What_protection_holds_up_is_not_blocked_by_the_percents()
    {
        var plan = Plan(TestTask.Many(2, "old", TestTask.Protected), 2, 100, 100);
        Assert.Equal((0, false, true), (plan.Start, plan.IsBlocked, plan.IsBlockedByProtection));
    }

    [Fact]
    public void A_protected_task_that_falls_ill_is_replaced()
    {
        var ill = TestTask.Many(1, "new", task => (task.IsProtected, task.Health) = (true, ServiceTaskHealth.Unhealthy));
        Assert.Equal(ill, Plan([.. ill, .. TestTask.Many(2, "new")], 2, 100, 200).Stop);
    }

    private static UpdatePlan<TestTask> Plan(List<TestTask> tasks, int desired, int minimum, int maximum) => RollingUpdate.Plan(
        new UpdateRequest { DesiredCount = desired, PrimaryDeploymentId = "new", Limits = DeploymentLimits.Of(desired, minimum, maximum) }, tasks, new Random(1));
}
