using CsCheck;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

public class RollingUpdateTests
{
    private static UpdatePlan<TestTask> Plan(int desired, int minimum, int maximum, params List<TestTask>[] tasks) =>
        RollingUpdate.Plan(Request(desired, minimum, maximum), [.. tasks.SelectMany(each => each)], new Random(1));

    private static UpdateRequest Request(int desired, int minimum, int maximum) => new()
    {
        DesiredCount = desired,
        PrimaryDeploymentId = "new",
        Limits = DeploymentLimits.Of(desired, minimum, maximum),
    };

    private static void AssertPlan(int start, int stop, bool blocked, UpdatePlan<TestTask> plan) =>
        Assert.Equal((start, stop, blocked), (plan.Start, plan.Stop.Count, plan.IsBlocked));

    [Theory]
    [InlineData(4, 50, 200, 2, 8)]
    [InlineData(2, 75, 100, 2, 2)]
    [InlineData(3, 100, 125, 3, 3)]
    [InlineData(0, 100, 200, 0, 0)]
    [InlineData(100_000_000, 100, 200_000, 100_000_000, int.MaxValue)]
    public void The_floor_is_rounded_up_and_the_ceiling_down(int desired, int minimum, int maximum, int floor, int ceiling) =>
        Assert.Equal(new DeploymentLimits(floor, ceiling), DeploymentLimits.Of(desired, minimum, maximum));

    [Fact]
    public void A_service_at_rest_is_left_alone() => AssertPlan(0, 0, false, Plan(4, 100, 200, TestTask.Many(4, "new")));

    [Fact]
    public void A_service_without_tasks_starts_them_all() => AssertPlan(4, 0, false, Plan(4, 100, 200));

    [Fact]
    public void A_lower_count_stops_what_is_pending_before_what_runs()
    {
        var plan = Plan(2, 100, 200, TestTask.Many(3, "new"), TestTask.Many(1, "new", TestTask.Pending));
        AssertPlan(0, 2, false, plan);
        Assert.Equal(ServiceTaskState.Pending, plan.Stop[0].State);
    }

    [Fact]
    public void Zero_stops_everything() => AssertPlan(0, 5, false, Plan(0, 100, 200, TestTask.Many(3, "old"), TestTask.Many(2, "new")));

    [Fact]
    public void Each_task_is_stopped_once_the_sick_before_the_healthy()
    {
        var ill = TestTask.Many(2, "old", TestTask.Unhealthy);
        var plan = Plan(0, 0, 100, TestTask.Many(3, "old"), ill);
        Assert.Equal(5, plan.Stop.Distinct().Count());
        Assert.Equal(5, plan.Stop.Count);
        Assert.Equal(ill.ToHashSet(), plan.Stop.Take(2).ToHashSet());
    }

    [Fact]
    public void Zones_are_balanced_by_the_tasks_that_are_left()
    {
        List<TestTask> tasks = [.. InZone("a", 2, ServiceTaskState.Pending), .. InZone("a", 2), .. InZone("b", 3)];
        var plan = RollingUpdate.Plan(Request(4, 0, 200) with { Strategy = PlacementStep.ServiceDefault }, tasks, new Random(1));
        Assert.Equal(["a", "a", "b"], plan.Stop.Select(task => task.AvailabilityZone));

        static IEnumerable<TestTask> InZone(string zone, int count, ServiceTaskState state = ServiceTaskState.Running) =>
            Enumerable.Range(0, count).Select(_ => new TestTask("new") { AvailabilityZone = zone, State = state });
    }

    [Fact]
    public void A_task_that_does_not_run_yet_is_not_ill() =>
        AssertPlan(0, 0, false, Plan(1, 100, 200, TestTask.Many(1, "new", task => (task.State, task.Health) = (ServiceTaskState.Pending, ServiceTaskHealth.Unhealthy))));

    [Fact]
    public void Half_may_stop_before_replacements_start() => AssertPlan(0, 2, false, Plan(4, 50, 100, TestTask.Many(4, "old")));

    [Fact]
    public void Twice_as_many_may_run_before_anything_stops() => AssertPlan(4, 0, false, Plan(4, 100, 200, TestTask.Many(4, "old")));

    [Fact]
    public void Old_tasks_stop_as_new_ones_become_healthy() =>
        AssertPlan(0, 3, false, Plan(4, 100, 200, TestTask.Many(4, "old"), TestTask.Many(3, "new"), TestTask.Many(1, "new", TestTask.Pending)));

    [Fact]
    public void A_running_task_of_unknown_health_holds_up_nothing_and_replaces_nothing() =>
        AssertPlan(0, 0, false, Plan(2, 100, 200, TestTask.Many(2, "old"), TestTask.Many(2, "new", task => task.Health = ServiceTaskHealth.Unknown)));

    [Fact]
    public void Old_tasks_that_never_ran_stop_at_once() =>
        AssertPlan(4, 4, false, Plan(4, 100, 200, TestTask.Many(4, "old", TestTask.Pending)));

    [Fact]
    public void Stopping_tasks_hold_their_place_under_the_ceiling() =>
        AssertPlan(1, 0, false, Plan(4, 50, 100, TestTask.Many(2, "new"), TestTask.Many(1, "old", TestTask.Stopping)));

    [Theory]
    [InlineData(2, 75, 100)]
    [InlineData(3, 100, 125)]
    [InlineData(1, 100, 199)]
    public void Percentages_that_allow_no_step_block(int desired, int minimum, int maximum)
    {
        AssertPlan(0, 0, true, Plan(desired, minimum, maximum, TestTask.Many(desired, "old")));
        Assert.Equal(
            "(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. "
            + "Update the minimumHealthyPercent or maximumPercent value and try again.",
            RollingUpdate.BlockedEvent("web"));
    }

    [Fact]
    public void Waiting_for_a_task_to_stop_is_not_being_blocked() =>
        AssertPlan(0, 0, false, Plan(2, 50, 100, TestTask.Many(1, "old"), TestTask.Many(1, "old", TestTask.Stopping)));

    [Fact]
    public void An_ill_task_waits_for_its_replacement()
    {
        var ill = TestTask.Many(1, "new", TestTask.Unhealthy);
        AssertPlan(1, 0, false, Plan(4, 50, 200, TestTask.Many(3, "new"), ill));
        AssertPlan(0, 0, false, Plan(4, 50, 200, TestTask.Many(3, "new"), ill, TestTask.Many(1, "new", TestTask.Pending)));
        Assert.Equal(ill, Plan(4, 50, 200, TestTask.Many(4, "new"), ill).Stop);
    }

    [Fact]
    public void When_the_replacement_is_ill_too_one_of_them_goes_and_another_is_tried() =>
        AssertPlan(1, 1, false, Plan(4, 100, 200, TestTask.Many(3, "new"), TestTask.Many(2, "new", TestTask.Unhealthy)));

    [Fact]
    public void Without_room_for_replacements_ill_tasks_go_one_by_one()
    {
        AssertPlan(0, 1, false, Plan(4, 50, 100, TestTask.Many(1, "new"), TestTask.Many(3, "new", TestTask.Unhealthy)));
        AssertPlan(0, 0, true, Plan(4, 100, 100, TestTask.Many(1, "new"), TestTask.Many(3, "new", TestTask.Unhealthy)));
    }

    [Fact]
    public void On_a_draining_instance_pending_tasks_stop_at_once_and_running_ones_are_replaced()
    {
        var draining = new TestInstance("i") { IsActive = false };
        var pending = new TestTask("new", draining) { State = ServiceTaskState.Pending };
        var running = new TestTask("new", draining);
        Assert.Equal([pending], Plan(3, 100, 200, TestTask.Many(1, "new"), [pending, running]).Stop);
        Assert.Equal(2, Plan(3, 100, 200, TestTask.Many(1, "new"), [pending, running]).Start);
        Assert.Equal([running], Plan(3, 100, 200, TestTask.Many(3, "new"), [running]).Stop);
        AssertPlan(0, 0, true, Plan(2, 100, 100, TestTask.Many(1, "new"), [running]));
    }

    private enum Event { TaskMoves, TaskBecomesIll, InstanceDrains, Scale, Deploy }

    private static readonly Gen<(Event What, int Which)[]> Histories =
        Gen.Select(Gen.Enum<Event>(), Gen.Int[0, 1000]).Array[0, 60];

    [Fact]
    public void Whatever_happens_the_limits_hold_and_the_service_comes_to_rest() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 100], Gen.Int[100, 250], Histories).Try((desired, minimum, maximum, history) =>
        {
            var service = new SimulatedService(desired, minimum, maximum);
            foreach (var (what, which) in history)
            {
                service.Step();
                switch (what)
                {
                    case Event.TaskBecomesIll:
                        service.Sicken(which);
                        break;
                    case Event.InstanceDrains:
                        service.Drain(which);
                        break;
                    case Event.Scale:
                        service.Desired = which % 13;
                        break;
                    case Event.Deploy:
                        service.Deploy();
                        break;
                    default:
                        service.Advance(which);
                        break;
                }
            }
            service.ComeToRest();
        });

    /// <summary>A service whose tasks have configured behaviors and are observed.</summary>
    private sealed class SimulatedService(int desired, int minimum, int maximum)
    {
        private readonly List<TestTask> tasks = [];
        private readonly TestInstance[] instances = [.. Enumerable.Range(0, 6).Select(i => new TestInstance($"i{i}", $"z{i % 3}"))];
        private int deployment;
        private int started;

        public int Desired { get; set; } = desired;

        private string Primary => $"d{deployment}";

        private DeploymentLimits Limits => DeploymentLimits.Of(Desired, minimum, maximum);

        /// <summary>Carries out one plan. Returns whether it asked for anything.</summary>
        public UpdatePlan<TestTask> Step()
        {
            var request = new UpdateRequest { DesiredCount = Desired, PrimaryDeploymentId = Primary, Limits = Limits };
            var (runningBefore, healthyBefore) = (Running, Healthy);
            var plan = RollingUpdate.Plan(request, tasks, new Random(1));
            Assert.Equal(plan.Stop.Count, plan.Stop.Distinct().Count());
            Assert.All(plan.Stop, task => Assert.NotEqual(ServiceTaskState.Stopping, task.State), throwIfEmpty: false);
            foreach (var task in plan.Stop)
                task.State = ServiceTaskState.Stopping;
            if (Running < runningBefore)
                Assert.True(Running >= Limits.Floor, "stopped below the floor");
            if (Healthy < healthyBefore)
                Assert.True(Healthy >= Limits.Floor, "stopped healthy tasks below the floor");
            for (var i = 0; i < plan.Start; i++)
                tasks.Add(new TestTask(Primary, NextActiveInstance()) { State = ServiceTaskState.Pending, Health = ServiceTaskHealth.Unknown });
            if (plan.Start > 0)
                Assert.True(tasks.Count <= Limits.Ceiling, "started above the ceiling");
            return plan;
        }

        /// <summary>One task gets one step further.</summary>
        public void Advance(int which)
        {
            if (Pick(which) is not { } task)
                return;
            if (task.State == ServiceTaskState.Stopping)
                tasks.Remove(task);
            else if (task.State == ServiceTaskState.Pending)
                task.State = ServiceTaskState.Running;
            else if (task.Health == ServiceTaskHealth.Unknown)
                task.Health = ServiceTaskHealth.Healthy;
        }

        public void Sicken(int which)
        {
            if (Pick(which) is { State: ServiceTaskState.Running } task)
                task.Health = ServiceTaskHealth.Unhealthy;
        }

        // The first instance stays, for tasks to go to.
        public void Drain(int which) => instances[(which % 5) + 1].IsActive = false;

        public void Deploy() => deployment++;

        public void ComeToRest()
        {
            for (var round = 0; round < 200; round++)
            {
                var plan = Step();
                if (plan.IsBlocked)
                {
                    Assert.True(tasks.Count >= Limits.Ceiling, "blocked from starting without need");
                    Assert.True(Healthy <= Limits.Floor, "blocked from stopping without need");
                    return;
                }
                if (plan is { Start: 0, Stop: [] } && tasks.All(task => task is { State: ServiceTaskState.Running, Health: not ServiceTaskHealth.Unknown }))
                {
                    Assert.Equal(Desired, tasks.Count);
                    Assert.All(tasks, task => Assert.Equal(Primary, task.DeploymentId), throwIfEmpty: false);
                    Assert.All(tasks, task => Assert.Equal(ServiceTaskHealth.Healthy, task.Health), throwIfEmpty: false);
                    Assert.All(tasks, task => Assert.True(task.Instance!.IsActive), throwIfEmpty: false);
                    return;
                }
                foreach (var _ in tasks.ToArray())
                    Advance(0);
                foreach (var task in tasks.ToArray())
                    Advance(tasks.IndexOf(task));
            }
            Assert.Fail("The service never comes to rest.");
        }

        private int Running => tasks.Count(task => task.State == ServiceTaskState.Running);

        private int Healthy => tasks.Count(task => task is { State: ServiceTaskState.Running, Health: ServiceTaskHealth.Healthy });

        private TestInstance NextActiveInstance()
        {
            var active = instances.Where(instance => instance.IsActive).ToArray();
            return active[started++ % active.Length];
        }

        private TestTask? Pick(int which) => tasks.Count == 0 ? null : tasks[which % tasks.Count];
    }
}
