using System.Text.Json.Nodes;
using CsCheck;
using EcsTools.Local;
using EcsTools.Local.Api;
using EcsTools.Local.Api.CapacityProviders;

namespace EcsTools.Tests.Local;

/// <summary>The invariants of every history of tasks, services, and daemons on capacity providers that scale.</summary>
public class ProviderHistoryTests
{
    private static readonly string[] Providers = ["big", "mi"];

    private static readonly Gen<(int Kind, int Which, int Amount)[]> Histories =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, 8]).Array[1, 25];

    [Fact]
    public async Task Tasks_are_on_their_providers_instances_which_are_as_many_as_are_needed() =>
        await Histories.TryAsync(async history =>
        {
            using var ecs = new LocalEcs();
            await Begin(ecs);
            foreach (var (kind, which, amount) in history)
            {
                await Step(ecs, kind, which, amount);
                await Check(ecs);
            }

            Assert.True(ecs.Server.RunUntilSettled(TimeSpan.FromHours(6)), "It never settles.");
            await Check(ecs);
            var tasks = await Tasks(ecs);
            Assert.All(tasks, task => Assert.Equal("RUNNING", (string)task["lastStatus"]!), throwIfEmpty: false);
            var used = tasks.Where(task => !IsDaemon(task)).Select(On).ToHashSet();
            Assert.All((await Instances(ecs)).Where(instance => (string)instance["status"]! == "ACTIVE"), instance => Assert.Contains(Arn(instance), used), throwIfEmpty: false);
        }, iter: 60);

    [Fact]
    public async Task The_same_seed_and_calls_give_the_same_state_saved_and_loaded_on_the_way_or_not() =>
        await Gen.Select(Histories, Gen.Bool).TryAsync(
            async (history, reload) => Assert.Equal(await Run(history, reload: false), await Run(history, reload)), iter: 15);

    private static async Task<string> Run((int Kind, int Which, int Amount)[] history, bool reload)
    {
        using var ecs = new LocalEcs(new EcsLocalOptions { Seed = 3 });
        await Begin(ecs);
        foreach (var (kind, which, amount) in history)
        {
            await Step(ecs, kind, which, amount);
            if (reload) await ecs.Control(HttpMethod.Put, "/_local/state", await ecs.State());
        }

        return await ecs.State();
    }

    private static async Task Begin(LocalEcs ecs)
    {
        await ecs.Call("CreateCapacityProvider", """
            { "name": "big", "autoScalingGroupProvider": { "autoScalingGroupArn": "a", "managedScaling": { "status": "ENABLED", "instanceWarmupPeriod": 60 } } }
            """);
        await ecs.Call("CreateCluster", """{ "clusterName": "default", "capacityProviders": ["big"] }""");
        ecs.Settle(); // the scaling policy is there
        await ecs.ManagedInstances(scaleInAfter: 120);
        foreach (var (family, cpu) in new[] { ("small", 300), ("large", 1500) })
            await ecs.Definition(family, cpu, memory: 500, more: """ "requiresCompatibilities": ["MANAGED_INSTANCES"], "networkMode": "host", """);
        await ecs.Call("RegisterDaemonTaskDefinition", """{ "family": "agent", "containerDefinitions": [{ "name": "agent", "image": "agent:1", "memory": 64, "cpu": 10 }] }""");
    }

    private static async Task Step(LocalEcs ecs, int kind, int which, int amount)
    {
        const string Here = "arn:aws:ecs:us-east-1:123456789012";
        var work = $$""" "taskDefinition": "{{(which % 2 == 0 ? "small" : "large")}}", "capacityProviderStrategy": [{ "capacityProvider": "{{Providers[which / 2]}}", "weight": 1 }] """;
        var service = $"s{which % 2}";
        await (kind switch
        {
            0 or 1 => Call("CreateService", $$"""{ "serviceName": "{{service}}", "desiredCount": {{amount}}, {{work}} }"""),
            2 => Call("UpdateService", $$"""{ "service": "{{service}}", "desiredCount": {{amount}} }"""),
            3 => Call("DeleteService", $$"""{ "service": "{{service}}", "force": true }"""),
            4 => Call("RunTask", $$"""{ "count": {{amount + 1}}, {{work}} }"""),
            5 => StopOne(),
            6 => TouchOne(),
            7 => Call("CreateDaemon", $$"""{ "daemonName": "agent", "daemonTaskDefinitionArn": "{{Here}}:daemon-task-definition/agent:1", "capacityProviderArns": ["{{Here}}:capacity-provider/mi"] }"""),
            8 => Call("DeleteDaemon", $$"""{ "daemonArn": "{{Here}}:daemon/default/agent" }"""),
            _ => Advance(),
        });

        // Refusals are part of a history; a fault of the server is not.
        async Task Call(string operation, string request)
        {
            var (status, answer) = await ecs.Try(operation, request);
            Assert.True((int)status < 500, $"{operation}: {answer}");
        }

        async Task StopOne()
        {
            var tasks = await Tasks(ecs);
            if (tasks.Count > 0) await Call("StopTask", $$"""{ "task": "{{tasks[amount % tasks.Count]["taskArn"]}}" }""");
        }

        async Task TouchOne()
        {
            var instances = await Instances(ecs);
            if (instances.Count == 0) return;
            var one = Arn(instances[which % instances.Count]);
            if (amount > 5) await Call("DeregisterContainerInstance", $$"""{ "containerInstance": "{{one}}", "force": true }""");
            else await Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{one}}"], "status": "{{(amount % 2 == 0 ? "ACTIVE" : "DRAINING")}}" }""");
        }

        Task Advance()
        {
            ecs.Advance(amount * amount * 3);
            return Task.CompletedTask;
        }
    }

    private static async Task Check(LocalEcs ecs)
    {
        var instances = (await Instances(ecs)).ToDictionary(Arn);
        foreach (var task in await Tasks(ecs))
        {
            if (On(task) is { Length: > 0 } on) Assert.Equal((string)instances[on]["capacityProviderName"]!, (string)task["capacityProviderName"]!);
            else Assert.Equal("PROVISIONING", (string)task["lastStatus"]!);
        }

        Assert.All(instances.Values, instance => Assert.All(
            instance["remainingResources"]!.AsArray(), resource => Assert.True((int?)resource!["integerValue"] is null or >= 0, $"{resource} is overcommitted")), throwIfEmpty: false);
        var daemons = (await Tasks(ecs)).Where(IsDaemon).Select(On).ToList();
        Assert.Equal(daemons.Distinct(), daemons);
    }

    private static bool IsDaemon(JsonNode task) => (string)task["group"]! == "daemon:agent";

    private static string On(JsonNode task) => (string?)task["containerInstanceArn"] ?? "";

    private static string Arn(JsonNode instance) => (string)instance["containerInstanceArn"]!;

    private static Task<List<JsonNode>> Instances(LocalEcs ecs) => All(ecs, "ListContainerInstances", "containerInstanceArns", "DescribeContainerInstances", "containerInstances");

    private static Task<List<JsonNode>> Tasks(LocalEcs ecs) => All(ecs, "ListTasks", "taskArns", "DescribeTasks", "tasks");

    private static async Task<List<JsonNode>> All(LocalEcs ecs, string list, string arns, string describe, string member)
    {
        var all = new List<JsonNode>();
        foreach (var batch in (await ecs.Call(list, """{ "maxResults": 100 }"""))[arns]!.AsArray().Select(arn => (string)arn!).Chunk(100))
            all.AddRange((await ecs.Call(describe, $$"""{ "{{member}}": [{{string.Join(',', batch.Select(arn => $"\"{arn}\""))}}] }"""))[member]!.AsArray().Select(node => node!));
        return all;
    }
}
