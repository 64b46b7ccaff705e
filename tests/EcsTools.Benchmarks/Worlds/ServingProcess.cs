
using EcsTools.Local.Http;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A local ECS in a process of its own, with a cluster full of running tasks.</summary>
internal static class ServingProcess
{
    /// <summary>How many services share the tasks, each of a family of its own.</summary>
    public const int Services = 50;

    private const int TasksOfAnInstance = 100;

    /// <summary>Starts one; the clock is 'manual' or 'real'.</summary>
    public static ChildProcess Start(int tasks, string clock = "manual") => new("serve", $"{tasks}", clock);

    /// <summary>Serves until its input ends. The first line out is the URL.</summary>
    public static int Run(int tasks, string clock)
    {
        using var filled = new FilledLocal();
        Fill(filled, tasks);
        if (clock == "manual") return Serve(filled.Server);
        using var server = new EcsLocalServer();
        server.Load(filled.Server.Save());
        server.Start();
        return Serve(server);
    }

    private static void Fill(FilledLocal local, int tasks)
    {
        local.AddInstances((tasks + TasksOfAnInstance - 1) / TasksOfAnInstance, cpu: 6400, memory: 6400);
        for (var service = 0; service < Services && tasks > 0; service++)
        {
            local.AddTaskDefinition($"web-{service}");
            local.AddService($"web-{service}", $"web-{service}", tasks / Services);
        }

        local.Settle();
    }

    private static int Serve(EcsLocalServer server)
    {
        Console.WriteLine(server.Url);
        Console.In.ReadToEnd();
        return 0;
    }
}
