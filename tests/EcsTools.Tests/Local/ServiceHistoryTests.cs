using CsCheck;
using EcsTools.Model;

namespace EcsTools.Tests.Local;

/// <summary>Thousands of random histories of services, looked at after every single thing that happens.</summary>
public class ServiceHistoryTests
{
    private static readonly string[] Families = ["small", "port", "interface"];
    private static readonly string[] Strategies = ["ROLLING", "ROLLING", "ROLLING", "BLUE_GREEN", "CANARY"];

    private static readonly Gen<(int Kind, int Which, int Amount)[]> Histories =
        Gen.Select(Gen.Int[0, 13], Gen.Int[0, 11], Gen.Int[0, 8]).Array[1, 30];

    [Fact]
    public void In_every_history_percents_hold_nothing_is_overcommitted_and_everything_comes_to_rest() =>
        Histories.Try(
            history =>
            {
                using var world = Begin(0);
                var laws = new ServiceLaws(world);
                foreach (var (kind, which, amount) in history)
                {
                    Step(world, laws.Check, kind, which, amount);
                    laws.Forgive();
                }

                Assert.True(world.Live(TimeSpan.FromHours(3), laws.Check), "it does not come to rest");
                laws.CheckSettled();
            },
            iter: 1000);

    [Fact]
    public void The_same_seed_gives_the_same_history_byte_for_byte() =>
        Gen.Select(Histories, Gen.Int[0, 9]).Try((history, seed) => Assert.Equal(Run(history, seed), Run(history, seed)), iter: 200);

    private static byte[] Run((int Kind, int Which, int Amount)[] history, int seed)
    {
        using var world = Begin(seed);
        foreach (var (kind, which, amount) in history) Step(world, () => { }, kind, which, amount);
        return world.Engine.Save();
    }

    private static EngineWorld Begin(int seed)
    {
        var world = new EngineWorld(seed);
        world.AddInstances(4);
        world.Define("small", 60);
        world.Define("port", 10, hostPort: 8080);
        world.Define("interface", 30, networkMode: NetworkMode.Awsvpc);
        return world;
    }

    private static void Step(EngineWorld world, Action look, int kind, int which, int amount)
    {
        var service = $"s{which % 3}";
        switch (kind)
        {
            case 0 or 1: world.Call(Create(service, which, amount)); break;
            case 2: world.Call(new UpdateServiceRequest { Service = service, DesiredCount = amount }); break;
            case 3: world.Call(new UpdateServiceRequest { Service = service, ForceNewDeployment = true }); break;
            case 4: world.Call(new UpdateServiceRequest { Service = service, TaskDefinition = Families[amount % 2] }); break;
            case 5: world.Call(new DeleteServiceRequest { Service = service, Force = true }); break;
            case 6: world.Call(new RunTaskRequest { TaskDefinition = Families[which % 2], Count = 1 + amount % 3 }); break;
            case 7 when Task(world, amount) is { } task: world.Call(new StopTaskRequest { Task = task }); break;
            case 8 when Task(world, amount) is { } task: world.Call(new SubmitTaskStateChangeRequest { Task = task, Status = which % 3 == 0 ? "RUNNING" : "STOPPED" }); break;
            case 9 when Instance(world, which) is { } instance:
                world.Call(new UpdateContainerInstancesStateRequest { ContainerInstances = [instance], Status = amount % 2 == 0 ? "ACTIVE" : "DRAINING" });
                break;
            case 10 when Instance(world, which) is { } instance && amount < 3: world.Call(new DeregisterContainerInstanceRequest { ContainerInstance = instance, Force = true }); break;
            case 10: world.AddInstances(1); break;
            case 11: world.Call(new StopServiceDeploymentRequest { ServiceDeploymentArn = Deployment(world, service), StopType = amount % 2 == 0 ? "ABORT" : "ROLLBACK" }); break;
            case 12 when Task(world, amount) is { } task: world.Call(new UpdateTaskProtectionRequest { Cluster = "default", Tasks = [task], ProtectionEnabled = true, ExpiresInMinutes = which + 1 }); break;
            default: world.Live(TimeSpan.FromSeconds(amount * 0.7), look); break;
        }
    }

    private static CreateServiceRequest Create(string name, int which, int amount)
    {
        if (which == 11) return new() { ServiceName = name, TaskDefinition = "port", SchedulingStrategy = SchedulingStrategy.Daemon };
        var hasInterface = which % 4 == 3;
        return new()
        {
            ServiceName = name,
            TaskDefinition = hasInterface ? "interface" : "small",
            DesiredCount = amount,
            NetworkConfiguration = hasInterface ? new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"] } } : null,
            LoadBalancers = which % 2 == 0 ? [new() { TargetGroupArn = "targets", ContainerName = "app", ContainerPort = 80 }] : [],
            DeploymentConfiguration = new()
            {
                Strategy = Strategies[(which + amount) % Strategies.Length],
                MinimumHealthyPercent = which * 25 % 125,
                MaximumPercent = 110 + amount * 15,
                DeploymentCircuitBreaker = new() { Enable = amount % 2 == 0, Rollback = which % 2 == 0 },
            },
        };
    }

    private static string? Task(EngineWorld world, int index)
    {
        var alive = world.Cluster.Tasks.Where(task => !task.IsStopped).ToList();
        return alive.Count == 0 ? null : alive[index % alive.Count].Resource.TaskArn;
    }

    private static string? Instance(EngineWorld world, int index) =>
        world.Cluster.Registered is { Count: > 0 } instances ? instances[index % instances.Count].Resource.ContainerInstanceArn : null;

    private static string? Deployment(EngineWorld world, string service) => world.Cluster.Services.GetValueOrDefault(service)?.ServiceDeployments.LastOrDefault()?.Arn;
}
