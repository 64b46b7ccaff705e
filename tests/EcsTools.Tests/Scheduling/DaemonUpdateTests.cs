using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

public class DaemonUpdateTests
{
    private readonly TestInstance[] instances = [new("i0"), new("i1"), new("i2"), new("i3")];

    private DaemonPlan<TestInstance, TestTask> Plan(int minimum, params TestTask[] tasks) =>
        DaemonUpdate.Plan(instances, "new", minimum, tasks);

    private TestTask[] Everywhere(string deployment) => [.. instances.Select(instance => new TestTask(deployment, instance))];

    [Fact]
    public void Every_instance_without_a_task_gets_one() =>
        Assert.Equal(instances[1..], Plan(0, new TestTask("new", instances[0])).StartOn);

    [Fact]
    public void By_default_all_old_tasks_stop_at_once_and_new_ones_wait_until_they_are_gone()
    {
        var plan = Plan(DeploymentLimits.DaemonMinimumHealthyPercent, Everywhere("old"));
        Assert.Equal(4, plan.Stop.Count);
        Assert.Empty(plan.StartOn);
    }

    [Fact]
    public void The_minimum_says_how_many_go_at_a_time() => Assert.Equal(2, Plan(50, Everywhere("old")).Stop.Count);

    [Fact]
    public void An_unhealthy_task_goes_before_a_healthy_one()
    {
        var tasks = Everywhere("old");
        tasks[2].Health = ServiceTaskHealth.Unhealthy;
        Assert.Equal([tasks[2]], Plan(75, tasks).Stop);
    }

    [Fact]
    public void A_task_on_an_instance_that_should_have_none_goes()
    {
        var stray = new TestTask("new", new TestInstance("elsewhere"));
        Assert.Equal([stray], Plan(100, [.. Everywhere("new"), stray]).Stop);
    }
}
