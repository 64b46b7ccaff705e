using CsCheck;
using EcsTools.Forecast.Rehearsals;
using EcsTools.Model;

namespace EcsTools.Tests.Local;

/// <summary>A rehearsal predicts what then happens, for random clusters, services, and changes, from the descriptions of the API alone.</summary>
public class RehearsalTests
{
    private const int Min = 300;

    private static readonly Gen<World> Worlds = Gen.Select(Gen.Int[1, 6], Gen.Select(Gen.Int[0, 11], Gen.Int[0, 7], Gen.Int[0, 5]).Array[1, 3], Gen.Int[0, 20], Gen.Int[0, 9], Gen.Int[0, 7])
        .Select((instances, services, history, change, amount) => new World(instances, services, history, change, amount));

    [Fact]
    public void What_is_foreseen_of_a_change_is_what_then_happens()
    {
        var results = new System.Collections.Concurrent.ConcurrentDictionary<ForecastResult, int>();
        Worlds.Try(
            world =>
            {
                using var real = Begin(world);
                var changes = Changes(real, world);
                using var rehearsal = new Rehearsal(real.Describe());
                var foreseen = rehearsal.Try(changes, [.. real.Services().Select(service => service.ServiceName!)]).OrderBy(forecast => forecast.Service, StringComparer.Ordinal).ToList();

                var changedAt = real.Engine.Now;
                foreach (var change in changes) real.Call(change);
                real.Live(Rehearsal.Horizon, () => { });

                var tasks = real.Tasks();
                foreach (var (service, forecast) in real.Services().OrderBy(service => service.ServiceName, StringComparer.Ordinal).Zip(foreseen))
                {
                    Assert.Equal(service.ServiceName, forecast.Service);
                    var own = tasks.FindAll(task => task.Group == $"service:{service.ServiceName}");
                    Assert.Equal(Steps(own, changedAt), forecast.Steps.Select(step => $"+{step.After.TotalSeconds}: start {Zones(step.Start)} stop {Zones(step.Stop)}"));
                    Assert.Equal(Zones(Count(own.Where(task => task.LastStatus == "RUNNING" && task.DesiredStatus == "RUNNING"))), Zones(forecast.Zones));
                    CheckResult(real, service, own, forecast);
                    results.AddOrUpdate(forecast.Result, 1, (_, count) => count + 1);
                }
            },
            iter: 1500);

        Assert.True(results[ForecastResult.Completes] >= Min, "too few complete");
        Assert.All([ForecastResult.InsufficientCapacity, ForecastResult.Blocked, ForecastResult.TasksProtected], result => Assert.True(results.GetValueOrDefault(result) > 0, $"none is {result}"));
    }

    private static void CheckResult(EngineWorld real, Service service, List<EcsTask> tasks, ServiceForecast forecast)
    {
        var isComplete = service.Deployments is [{ RolloutState: "COMPLETED" }] && service.RunningCount == service.DesiredCount && service.PendingCount == 0
            && tasks.TrueForAll(task => task.LastStatus == "STOPPED" || task.DesiredStatus == "RUNNING");
        Assert.Equal(isComplete, forecast.Result == ForecastResult.Completes);
        if (isComplete) return;
        var said = service.Events!.Select(e => e.Message!).ToList();
        switch (forecast.Result)
        {
            case ForecastResult.Blocked: Assert.Contains(said, message => message.Contains("because of the service deployment configuration", StringComparison.Ordinal)); break;
            case ForecastResult.InsufficientCapacity: Assert.Contains(said, message => message.Contains("unable to place a task", StringComparison.Ordinal)); break;
            case ForecastResult.TasksProtected: Assert.Contains(real.Describe().Protections, task => task.ProtectionEnabled == true && tasks.Exists(own => own.TaskArn == task.TaskArn)); break;
            default: Assert.Equal(SchedulingStrategy.Daemon, service.SchedulingStrategy); break; // serves tasks on draining instances that no service started
        }
    }

    /// <summary>The groups of tasks that the scheduler started and stopped, by the times in the tasks.</summary>
    private static IEnumerable<string> Steps(List<EcsTask> tasks, DateTimeOffset since)
    {
        var started = tasks.Where(task => task.CreatedAt >= since.UtcDateTime).Select(task => (At: task.CreatedAt!.Value, IsStart: true, Task: task));
        var stopped = tasks.Where(task => task.StoppingAt >= since.UtcDateTime && task.StopCode == "ServiceSchedulerInitiated").Select(task => (At: task.StoppingAt!.Value, IsStart: false, Task: task));
        return from moment in started.Concat(stopped).GroupBy(happened => happened.At).OrderBy(moment => moment.Key)
               select $"+{(moment.Key - since.UtcDateTime).TotalSeconds}: start {Zones(Count(moment.Where(m => m.IsStart).Select(m => m.Task)))} stop {Zones(Count(moment.Where(m => !m.IsStart).Select(m => m.Task)))}";
    }

    private static Dictionary<string, int> Count(IEnumerable<EcsTask> tasks) => tasks.GroupBy(task => task.AvailabilityZone ?? "").ToDictionary(zone => zone.Key, zone => zone.Count());

    private static string Zones(IReadOnlyDictionary<string, int> zones) => string.Join(' ', zones.OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => $"{zone.Key}={zone.Value}"));

    private static EngineWorld Begin(World world)
    {
        var real = new EngineWorld();
        real.AddInstances(world.Instances);
        real.Define("small", 60);
        real.Define("large", 400);
        real.Define("port", 10, hostPort: 8080);
        real.Define("interface", 30, networkMode: NetworkMode.Awsvpc);
        real.Define("small", 70);
        for (var i = 0; i < world.Services.Length; i++) real.Call(Create($"s{i}", world.Services[i]));
        real.Live(TimeSpan.FromMinutes(20), () => { });
        var tasks = real.Cluster.Tasks.Where(task => !task.IsStopped).ToList();
        if (world.History % 4 == 1 && tasks.Count > 0) real.Call(new StopTaskRequest { Task = tasks[world.History % tasks.Count].Id });
        if (world.History % 4 == 2 && tasks.Count > 0)
            real.Call(new UpdateTaskProtectionRequest { Cluster = "default", Tasks = [.. tasks.Take(3).Select(task => task.Id)], ProtectionEnabled = true, ExpiresInMinutes = 10 + world.History * 10 });
        if (world.History % 5 == 4) real.Call(new RunTaskRequest { TaskDefinition = "small", Count = 3 });
        real.Live(TimeSpan.FromMinutes(20), () => { });
        return real;
    }

    private static CreateServiceRequest Create(string name, (int Kind, int Count, int Percents) service)
    {
        if (service.Kind == 11) return new() { ServiceName = name, TaskDefinition = "small", SchedulingStrategy = SchedulingStrategy.Daemon };
        var family = (service.Kind % 4) switch { 0 => "large", 1 => "port", 2 => "interface", _ => "small:1" };
        return new()
        {
            ServiceName = name,
            TaskDefinition = family,
            DesiredCount = service.Count,
            NetworkConfiguration = family == "interface" ? new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"] } } : null,
            LoadBalancers = service.Kind % 3 == 0 ? [new() { TargetGroupArn = "targets", ContainerName = "app", ContainerPort = 80 }] : [],
            PlacementStrategy = service.Kind switch
            {
                3 => [new() { Type = "binpack", Field = "memory" }],
                7 => [new() { Type = "spread", Field = "instanceId" }],
                _ => null,
            },
            AvailabilityZoneRebalancing = service.Percents is 1 or 2 || service.Kind is 3 or 7 ? AvailabilityZoneRebalancing.Disabled : AvailabilityZoneRebalancing.Enabled, // which needs more than 100 %, and tasks spread over zones
            PlacementConstraints = service.Kind == 10 ? [new() { Type = "distinctInstance" }] : null,
            DeploymentConfiguration = new()
            {
                MinimumHealthyPercent = new[] { 100, 50, 0, 100, 75, 100 }[service.Percents],
                MaximumPercent = new[] { 200, 100, 100, 110, 125, 150 }[service.Percents],
            },
        };
    }

    private static List<IStructure> Changes(EngineWorld real, World world) => world.Change switch
    {
        0 when world.Services[0].Kind != 11 => [new UpdateServiceRequest { Service = "s0", DesiredCount = world.Amount }],
        1 when world.Services[0].Kind != 11 => [new UpdateServiceRequest { Service = "s0", ForceNewDeployment = true, DesiredCount = world.Amount }],
        2 when world.Services[0].Kind % 4 == 3 => [new UpdateServiceRequest { Service = "s0", TaskDefinition = "small" }],
        < 6 => [new UpdateServiceRequest { Service = "s0", ForceNewDeployment = true }],
        _ => [new UpdateContainerInstancesStateRequest { Status = "DRAINING", ContainerInstances = [.. real.Cluster.Registered.Take(1 + world.Amount % 2).Select(instance => instance.Id)] }],
    };

    private sealed record World(int Instances, (int Kind, int Count, int Percents)[] Services, int History, int Change, int Amount)
    {
        public override string ToString() => $"{Instances} instances, services {string.Join(' ', Services)}, history {History}, change {Change} by {Amount}";
    }
}
