using System.Text.Json;
using EcsTools.Local;
using EcsTools.Local.Http;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A local ECS on a manual clock, with resources that are quickly made.</summary>
internal sealed class FilledLocal : IDisposable
{
    private readonly EcsLocalServer server = new(new EcsLocalOptions { TimeProvider = new ManualClock() });
    private readonly BareClient client;

    public FilledLocal()
    {
        server.Start();
        client = new BareClient(server.Url.AbsoluteUri);
        Ask("CreateCluster", """{"clusterName":"default"}""");
    }

    public EcsLocalServer Server => server;

    public void Ask(string operation, string body) => client.Ask(operation, body);

    /// <summary>Registers instances in three zones, all of one size.</summary>
    public void AddInstances(int count, int cpu, int memory)
    {
        for (var instance = 0; instance < count; instance++)
        {
            Ask("RegisterContainerInstance", $$$"""
                {"attributes":[{"name":"ecs.availability-zone","value":"us-east-1{{{"abc"[instance % 3]}}}"}],
                 "totalResources":[{"name":"CPU","type":"INTEGER","integerValue":{{{cpu}}}},{"name":"MEMORY","type":"INTEGER","integerValue":{{{memory}}}}]}
                """);
        }
    }

    /// <summary>Registers a task definition of one small container.</summary>
    public void AddTaskDefinition(string family) =>
        Ask("RegisterTaskDefinition", $$"""{"family":"{{family}}","taskRoleArn":"arn:aws:iam::123456789012:role/web","containerDefinitions":[{"name":"web","image":"nginx","cpu":64,"memory":64}]}""");

    /// <summary>Creates a service.</summary>
    public void AddService(string name, string family, int tasks) =>
        Ask("CreateService", $$"""{"serviceName":"{{name}}","taskDefinition":"{{family}}","desiredCount":{{tasks}}}""");

    /// <summary>Runs a task in which commands can be run, and returns its ARN.</summary>
    public string RunTask(string family)
    {
        using var started = JsonDocument.Parse(client.Ask("RunTask", $$"""{"taskDefinition":"{{family}}","enableExecuteCommand":true}"""));
        return started.RootElement.GetProperty("tasks")[0].GetProperty("taskArn").GetString()!;
    }

    public void Settle()
    {
        if (!server.RunUntilSettled(TimeSpan.FromHours(3))) throw new InvalidOperationException("The local ECS did not settle within three hours.");
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }
}
