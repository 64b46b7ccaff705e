using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using EcsTools.Local;
using EcsTools.Local.Api;

namespace EcsTools.Tests.Local;

/// <summary>The invariants of every history: random calls, with random waits between them.</summary>
public class HistoryTests
{
    private static readonly Gen<(int Kind, int Which, int Amount)[]> Histories =
        Gen.Select(Gen.Int[0, 14], Gen.Int[0, 3], Gen.Int[0, 8]).Array[1, 25];

    [Fact]
    public async Task No_instance_is_overcommitted_counters_are_right_and_everything_settles() =>
        await Histories.TryAsync(async history =>
        {
            using var ecs = new LocalEcs();
            await Begin(ecs);
            foreach (var (kind, which, amount) in history)
            {
                await Step(ecs, kind, which, amount);
                await Check(ecs);
            }

            ecs.Settle();
            await Check(ecs);
            await CheckSettled(ecs);
        }, iter: 100);

    [Fact]
    public async Task The_same_seed_and_calls_give_the_same_state_byte_for_byte() =>
        await Gen.Select(Histories, Gen.Int[0, 5]).TryAsync(async (history, seed) =>
        {
            Assert.Equal(await Run(history, seed, reload: false), await Run(history, seed, reload: false));
        }, iter: 15);

    [Fact]
    public async Task Saving_and_loading_on_the_way_changes_nothing() =>
        await Histories.TryAsync(
            async history => Assert.Equal(await Run(history, 1, reload: false), await Run(history, 1, reload: true)), iter: 15);

    [Fact]
    public async Task Another_seed_gives_other_ids() =>
        Assert.NotEqual(await Run([(0, 0, 3)], 1, reload: false), await Run([(0, 0, 3)], 2, reload: false));

    private static async Task<string> Run((int Kind, int Which, int Amount)[] history, int seed, bool reload)
    {
        using var ecs = new LocalEcs(new EcsLocalOptions { Seed = seed });
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
        await ecs.Instances(4, cpu: 1000, memory: 1000);
        await ecs.Definition("web", cpu: 150, memory: 200);
        await ecs.Call("RegisterTaskDefinition", """
            { "family": "pair", "containerDefinitions": [
              { "name": "init", "image": "init", "memory": 10, "essential": false, "startTimeout": 8 },
              { "name": "app", "image": "app", "memory": 10, "healthCheck": { "command": ["CMD", "check"], "interval": 5, "retries": 1 },
                "dependsOn": [{ "containerName": "init", "condition": "SUCCESS" }], "restartPolicy": { "enabled": true, "restartAttemptPeriod": 60 } } ] }
            """);
        await ecs.Definition("port", cpu: 10, memory: 10, container: """, "portMappings": [{ "containerPort": 80, "hostPort": 8080 }]""");
    }

    private static async Task Step(LocalEcs ecs, int kind, int which, int amount)
    {
        var service = $"s{which % 2}";
        var family = which % 2 == 0 ? "web" : "port";
        await (kind switch
        {
            0 or 1 => Call("CreateService", $$"""
                { "serviceName": "{{service}}", "taskDefinition": "{{family}}", "desiredCount": {{amount}}, "availabilityZoneRebalancing": "DISABLED",
                  "deploymentConfiguration": { "minimumHealthyPercent": {{which * 33}}, "maximumPercent": {{100 + amount * 20}} } }
                """),
            2 => Call("UpdateService", $$"""{ "service": "{{service}}", "desiredCount": {{amount}} }"""),
            3 => Call("UpdateService", $$"""{ "service": "{{service}}", "forceNewDeployment": true }"""),
            4 => Call("DeleteService", $$"""{ "service": "{{service}}", "force": true }"""),
            5 => Call("RunTask", $$"""{ "taskDefinition": "{{family}}", "count": {{amount + 1}} }"""),
            6 => StopOne(),
            7 => SetState(),
            8 => Deregister(),
            9 => Report(),
            10 => Call("CreateService", $$"""{ "serviceName": "{{service}}", "taskDefinition": "{{family}}", "schedulingStrategy": "DAEMON" }"""),
            11 => Call("CreateService", $$"""
                { "serviceName": "{{service}}", "taskDefinition": "port", "desiredCount": {{amount}},
                  "loadBalancers": [{ "targetGroupArn": "targets", "containerName": "app", "containerPort": 80 }] }
                """),
            12 => Call("RunTask", $$"""{ "taskDefinition": "pair", "count": {{amount + 1}} }"""),
            13 => Behave(),
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
            var tasks = (await ecs.Call("ListTasks"))["taskArns"]!.AsArray();
            if (tasks.Count > 0) await Call("StopTask", $$"""{ "task": "{{tasks[amount % tasks.Count]}}" }""");
        }

        async Task Report()
        {
            var tasks = (await ecs.Call("ListTasks"))["taskArns"]!.AsArray();
            if (tasks.Count > 0) await Call("SubmitTaskStateChange", $$"""{ "task": "{{tasks[amount % tasks.Count]}}", "status": "{{(which % 2 == 0 ? "RUNNING" : "STOPPED")}}" }""");
        }

        async Task SetState()
        {
            var instances = await Instances(ecs);
            if (instances.Count > 0)
                await Call("UpdateContainerInstancesState", $$"""{ "containerInstances": ["{{Arn(instances, which)}}"], "status": "{{(amount % 2 == 0 ? "ACTIVE" : "DRAINING")}}" }""");
        }

        async Task Deregister()
        {
            var instances = await Instances(ecs);
            if (instances.Count > 1) await Call("DeregisterContainerInstance", $$"""{ "containerInstance": "{{Arn(instances, which)}}", "force": {{(amount % 2 == 0 ? "true" : "false")}} }""");
            else await ecs.Instances(2, cpu: 1000, memory: 1000);
        }

        Task Behave() => ecs.Behave($$"""
            "tasks": [
              { "family": "pair", "container": "init", "exitCode": {{which % 2}}, "exitAfter": {{amount}} },
              { "image": "app", "health": "{{(which < 2 ? "UNHEALTHY" : "HEALTHY")}}", "healthAfter": {{amount * 3}}, "exitAfter": {{amount * 7}}, "exitCode": 1, "count": {{amount + 1}} },
              { "service": "{{service}}", "startTime": {{amount}}, "ignoresSigterm": true, "pullError": "gone", "count": {{which + 1}} } ],
            "instances": [{ "containerInstance": "i-0000000000000000{{which}}", "event": "AgentDisconnected", "after": {{amount}} }],
            "api": [{ "operation": "StopTask", "errorCode": "BlockedException", "probability": 0.5 }]
            """);

        Task Advance()
        {
            ecs.Advance(amount * 0.5);
            return Task.CompletedTask;
        }
    }

    private static async Task Check(LocalEcs ecs)
    {
        var tasks = await Tasks(ecs);
        foreach (var instance in await Instances(ecs))
        {
            var there = tasks.Where(task => (string?)task["containerInstanceArn"] == (string)instance["containerInstanceArn"]!).ToList();
            var held = there.Where(task => (string)task["lastStatus"]! != "STOPPED").ToList();
            foreach (var (resource, member) in new[] { ("CPU", "cpu"), ("MEMORY", "memory") })
            {
                var remaining = Resource(instance, resource);
                Assert.True(remaining >= 0, $"{resource} is overcommitted");
                Assert.Equal(1000 - held.Sum(task => int.Parse((string)task[member]!, CultureInfo.InvariantCulture)), remaining);
            }

            Assert.True(held.Count(task => ((string)task["taskDefinitionArn"]!).Contains("port:", StringComparison.Ordinal)) <= 1, "a port is held twice");
            Assert.Equal(Count(there, running: true), (int)instance["runningTasksCount"]!);
            Assert.Equal(Count(there, running: false), (int)instance["pendingTasksCount"]!);
        }

        foreach (var service in await Services(ecs))
        {
            var ids = service["deployments"]!.AsArray().Select(deployment => (string)deployment!["id"]!).ToList();
            var own = tasks.Where(task => ids.Contains((string?)task["startedBy"] ?? "")).ToList();
            Assert.Equal((Count(own, true), Count(own, false)), ((int)service["runningCount"]!, (int)service["pendingCount"]!));
            Assert.True(service["deployments"]!.AsArray().Count(deployment => (string)deployment!["status"]! == "PRIMARY") == 1);
        }

        var cluster = (await ecs.Call("DescribeClusters"))["clusters"]![0]!;
        Assert.Equal((Count(tasks, true), Count(tasks, false)), ((int)cluster["runningTasksCount"]!, (int)cluster["pendingTasksCount"]!));
    }

    private static async Task CheckSettled(LocalEcs ecs)
    {
        Assert.All(await Tasks(ecs), task => Assert.Equal((string)task["desiredStatus"]!, (string)task["lastStatus"]!), throwIfEmpty: false);
        foreach (var service in await Services(ecs))
        {
            Assert.NotEqual("DRAINING", (string)service["status"]!);
            Assert.True((int)service["runningCount"]! >= (int)service["desiredCount"]! || service["events"]!.AsArray().Any(Excuse), service.ToJsonString());
        }

        static bool Excuse(JsonNode? e) => ((string)e!["message"]!).Contains("was unable to", StringComparison.Ordinal);
    }

    private static int Count(IEnumerable<JsonNode> tasks, bool running) =>
        tasks.Count(task => (string)task["desiredStatus"]! == "RUNNING" && (string)task["lastStatus"]! == "RUNNING" == running);

    private static int Resource(JsonNode instance, string name) =>
        (int)instance["remainingResources"]!.AsArray().Single(resource => (string)resource!["name"]! == name)!["integerValue"]!;

    private static string Arn(List<JsonNode> instances, int which) => (string)instances[which % instances.Count]["containerInstanceArn"]!;

    private static async Task<List<JsonNode>> Instances(LocalEcs ecs)
    {
        var arns = (await ecs.Call("ListContainerInstances"))["containerInstanceArns"]!;
        return await Described(ecs, "DescribeContainerInstances", "containerInstances", arns);
    }

    private static async Task<List<JsonNode>> Tasks(LocalEcs ecs)
    {
        var all = new List<JsonNode>();
        foreach (var status in new[] { "RUNNING", "STOPPED" })
        {
            var arns = (await ecs.Call("ListTasks", $$"""{ "desiredStatus": "{{status}}" }"""))["taskArns"]!;
            Assert.True(arns.AsArray().Count < 100, "one page holds them all");
            all.AddRange(await Described(ecs, "DescribeTasks", "tasks", arns));
        }

        return all;
    }

    private static Task<List<JsonNode>> Services(LocalEcs ecs) => Described(ecs, "DescribeServices", "services", new JsonArray("s0", "s1"));

    private static async Task<List<JsonNode>> Described(LocalEcs ecs, string operation, string member, JsonNode ids) =>
        ids.AsArray().Count == 0 ? [] : [.. (await ecs.Call(operation, $$"""{ "{{member}}": {{ids.ToJsonString()}} }"""))[member]!.AsArray().Select(node => node!)];
}
