
using EcsTools.Local.Http;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A local ECS in a process of its own, with a cluster full of running tasks.</summary>
internal static class ServingProcess
{
    /// <summary>How many services share the tasks, each of a family of its own.</summary>
    public const int Services = 50;

    /// <summary>Starts one.</summary>
    /// <param name="tasks">How many tasks run.</param>
    /// <param name="clock">'manual' or 'real'.</param>
    /// <param name="services">How many services there are.</param>
    /// <param name="tasksOfAnInstance">How many tasks run on each instance.</param>
    public static ChildProcess Start(int tasks, string clock = "manual", int services = Services, int tasksOfAnInstance = 100) =>
        new("serve", $"{tasks}", clock, $"{services}", $"{tasksOfAnInstance}");

    /// <summary>Serves until its input ends. The first line out is the URL.</summary>
    public static int Run(int tasks, string clock, int services, int tasksOfAnInstance)
    {
        using var filled = new FilledLocal();
        Fill(filled, tasks, services, tasksOfAnInstance);
        if (clock == "manual") return Serve(filled.Server);
        using var server = new EcsLocalServer();
        server.Load(filled.Server.Save());
        server.Start();
        return Serve(server);
    }

    /// <summary>Fills a local ECS with tasks of services, each of a family of its own.</summary>
    public static void Fill(FilledLocal local, int tasks, int services, int tasksOfAnInstance)
    {
        local.AddInstances((tasks + tasksOfAnInstance - 1) / tasksOfAnInstance, cpu: 64 * tasksOfAnInstance, memory: 64 * tasksOfAnInstance);
        for (var service = 0; service < services; service++)
        {
            local.AddTaskDefinition($"web-{service}");
            local.AddService($"web-{service}", $"web-{service}", tasks / services);
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
