using EcsTools.Local;
using EcsTools.Local.Api;
using EcsTools.Local.Engine;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Tests.Local;

/// <summary>The engine in process, without HTTP, so that thousands of histories can be lived through moment by moment.</summary>
internal sealed class EngineWorld : IDisposable
{
    private const string Account = "123456789012", Region = "us-east-1";
    private readonly ManualClock clock;

    public EngineWorld(int seed = 0, DateTimeOffset? start = null, IDispatcher? dispatcher = null)
    {
        clock = new(start);
        Engine = new EcsEngine(clock, seed, dispatcher ?? new Dispatcher());
    }

    public EcsEngine Engine { get; }

    public ClusterState Cluster => Engine.Run(Account, Region, region => region.Clusters["default"]);

    /// <summary>Sends a request. A rejection is part of a history, and changes nothing.</summary>
    public void Call(IStructure request) => Ask<IStructure>(request);

    /// <summary>Sends a request, and returns its response; null if it's rejected.</summary>
    public T? Ask<T>(IStructure request)
        where T : class, IStructure
    {
        var handler = Handlers.Find(request.GetType().Name[..^"Request".Length])!;
        try
        {
            return (T)Engine.Run(Account, Region, region => handler.Handle(new Call(Engine, region, "http://127.0.0.1/"), request));
        }
        catch (EcsFault)
        {
            return null;
        }
    }

    /// <summary>Sends a request, and returns its response; a rejection is thrown, as a client does.</summary>
    public T Answer<T>(IStructure request)
        where T : class, IStructure
    {
        try
        {
            return (T)Engine.Run(Account, Region, region => Handlers.Find(request.GetType().Name[..^"Request".Length])!.Handle(new Call(Engine, region, "http://127.0.0.1/"), request));
        }
        catch (EcsFault fault)
        {
            throw new EcsException(fault.Type, fault.Message) { StatusCode = fault.Status };
        }
    }

    /// <summary>Lives through what happens within a time, moment by moment, and looks after each. Says whether nothing is left to happen.</summary>
    public bool Live(TimeSpan time, Action look)
    {
        var end = clock.GetUtcNow() + time;
        while (Engine.NextWork is { } next && next <= end)
        {
            if (next > clock.GetUtcNow()) clock.Advance(next - clock.GetUtcNow());
            Engine.Run(Account, Region, _ => true); // also when the moment is this one
            look();
        }

        clock.Advance(end - clock.GetUtcNow());
        return Engine.NextWork is null;
    }

    public void AddInstances(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Call(new RegisterContainerInstanceRequest
            {
                TotalResources = [new() { Name = "CPU", Type = "INTEGER", IntegerValue = 1000 }, new() { Name = "MEMORY", Type = "INTEGER", IntegerValue = 1000 }],
                Attributes = [new() { Name = "ecs.availability-zone", Value = "us-east-1" + "abc"[(int)(Engine.NextNumber() % 3)] }],
            });
        }
    }

    public void Define(string family, int cpu, int? hostPort = null, string? networkMode = null) => Call(new RegisterTaskDefinitionRequest
    {
        Family = family,
        NetworkMode = networkMode,
        ContainerDefinitions =
        [
            new() { Name = "app", Image = "app", Cpu = cpu, Memory = 50, PortMappings = hostPort is null ? [new() { ContainerPort = 80 }] : [new() { ContainerPort = 80, HostPort = hostPort }] },
        ],
    });

    public void Dispose() => Engine.Dispose();
}
