using EcsTools.Local.Engine;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Tests.Local;

/// <summary>Internal errors of the engine are reported and retried, and don't stop anything else.</summary>
public class EngineFaultTests
{
    [Fact]
    public void One_thing_that_fails_is_noted_and_tried_again_and_the_rest_goes_on()
    {
        using var world = new EngineWorld(dispatcher: new FaultDispatcher());
        world.AddInstances(1);
        world.Define("web", 10);
        var failing = new Failing(times: 2);
        world.Engine.Run("123456789012", "us-east-1", _ =>
        {
            world.Engine.Schedule(failing, world.Engine.Now);
            return true;
        });
        world.Call(new RunTaskRequest { TaskDefinition = "web" });
        world.Live(TimeSpan.FromSeconds(30), () => { });

        Assert.Equal("RUNNING", Assert.Single(world.Cluster.Tasks).Resource.LastStatus);
        var fault = Assert.Single(world.Engine.GetFaults());
        Assert.Equal(("the failing thing", "InvalidOperationException: It fails.", 1), (fault.Thing, fault.Error, fault.Times));
        world.Live(TimeSpan.FromMinutes(5), () => { });
        Assert.Equal((2, 3), (Assert.Single(world.Engine.GetFaults()).Times, failing.Woken));
    }

    [Fact]
    public void What_always_fails_is_not_tried_for_ever_and_what_never_rests_is_a_fault()
    {
        using var world = new EngineWorld(dispatcher: new FaultDispatcher());
        var (failing, restless) = (new Failing(times: int.MaxValue), new Restless());
        world.Engine.Run("123456789012", "us-east-1", _ =>
        {
            world.Engine.Schedule(failing, world.Engine.Now);
            world.Engine.Schedule(restless, world.Engine.Now);
            return true;
        });
        Assert.True(world.Live(TimeSpan.FromHours(1), () => { }), "It does not come to rest.");
        Assert.Equal(EcsTools.Local.Engine.Core.Faults.MaxRetries + 1, failing.Woken);
        Assert.Equal(["the failing thing", "the restless thing"], world.Engine.GetFaults().Select(fault => fault.Thing).Order());
    }

    [Fact]
    public async Task Faults_are_in_the_saved_state_and_a_stage_that_there_is_not_is_refused()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""");
        ecs.Advance(1.5);
        var state = await ecs.State();
        Assert.Contains("\"faults\": []", state);
        var (status, answer) = await ecs.Control(HttpMethod.Put, "/_local/state", state.Replace("\"lifecycleStage\": \"", "\"lifecycleStage\": \"NO_"));
        Assert.Equal(400, (int)status);
        Assert.Contains("NO_", answer);
    }

    [Fact]
    public async Task No_service_is_asked_for_more_tasks_than_the_quota()
    {
        using var ecs = new LocalEcs(new() { TasksPerService = 7 });
        await ecs.Instances(1);
        await ecs.Definition();
        const string quota = "desiredCount can not be greater than 7, the quota of tasks per service.";
        Assert.Equal(("InvalidParameterException", quota), await ecs.Fail("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 2147483647 }"""));
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 7 }""");
        Assert.Equal(("InvalidParameterException", quota), await ecs.Fail("UpdateService", """{ "service": "web", "desiredCount": 8 }"""));
        var (status, answer) = await ecs.Control(HttpMethod.Put, "/_local/state", (await ecs.State()).Replace("\"desiredCount\": 7", "\"desiredCount\": 2147483647"));
        Assert.Equal(400, (int)status);
        Assert.Contains("service/default/web: a desired count of 2147483647 is not within the quota of 7 tasks", answer);
    }

    [Fact]
    public async Task A_service_that_has_ended_does_not_hold_its_deleted_task_definition()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""");
        ecs.Settle();
        await ecs.Call("DeleteService", """{ "service": "web", "force": true }""");
        ecs.Settle();
        await ecs.Call("DeregisterTaskDefinition", """{ "taskDefinition": "web:1" }""");
        await ecs.Call("DeleteTaskDefinitions", """{ "taskDefinitions": ["web:1"] }""");
        ecs.Advance(7200);
        var state = await ecs.State();
        Assert.DoesNotContain("containerDefinitions", state);
        Assert.Equal((System.Net.HttpStatusCode.OK, "The state was replaced.\n"), await ecs.Control(HttpMethod.Put, "/_local/state", state));
        Assert.Equal(state, await ecs.State());
    }

    private sealed class Failing(int times) : Timed
    {
        public int Woken { get; private set; }

        public override bool IsHousekeeping => false;

        public override string Title => "the failing thing";

        public void Act()
        {
            if (Woken++ < times) throw new InvalidOperationException("It fails.");
        }
    }

    private sealed class Restless : Timed
    {
        public override bool IsHousekeeping => false;

        public override string Title => "the restless thing";
    }

    /// <summary>Acts on these things too.</summary>
    private sealed class FaultDispatcher : IDispatcher
    {
        private readonly Dispatcher usual = new();

        public void Due(EcsEngine engine, Timed item)
        {
            if (item is Failing failing) failing.Act();
            else if (item is Restless) engine.Schedule(item, engine.Now);
            else usual.Due(engine, item);
        }

        public void CapacityFreed(EcsEngine engine, ClusterState cluster) => usual.CapacityFreed(engine, cluster);
    }
}
