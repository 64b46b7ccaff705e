using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

/// <summary>A task of a service, in the hands of a test.</summary>
internal sealed class TestTask(string deployment, IPlacementInstance? instance = null) : IServiceTask
{
    public string DeploymentId { get; } = deployment;

    public ServiceTaskState State { get; set; } = ServiceTaskState.Running;

    public ServiceTaskHealth Health { get; set; } = ServiceTaskHealth.Healthy;

    public bool IsProtected { get; set; }

    public IPlacementInstance? Instance { get; } = instance;

    public string? AvailabilityZone { get; init; } =
        instance is not null && instance.TryGetAttribute(InstanceAttributes.AvailabilityZone, out var zone) ? zone : null;

    public static List<TestTask> Many(int count, string deployment, Action<TestTask>? change = null)
    {
        var tasks = Enumerable.Range(0, count).Select(_ => new TestTask(deployment)).ToList();
        tasks.ForEach(change ?? (_ => { }));
        return tasks;
    }

    public static void Pending(TestTask task) => task.State = ServiceTaskState.Pending;

    public static void Stopping(TestTask task) => task.State = ServiceTaskState.Stopping;

    public static void Protected(TestTask task) => task.IsProtected = true;

    public static void Unhealthy(TestTask task) => task.Health = ServiceTaskHealth.Unhealthy;
}
