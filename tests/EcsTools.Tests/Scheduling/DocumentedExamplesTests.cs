using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Query;
using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

/// <summary>The worked examples of AWS's own pages. Each test names its page.</summary>
public class DocumentedExamplesTests
{
    private const string Zone = "attribute:ecs.availability-zone";

    /// <summary>Worked examples of "Example Amazon ECS task placement strategies" (Amazon ECS Developer Guide), on two instances in each of two zones.</summary>
    [Theory]
    [InlineData("a1 b1 a1 b1", "spread", Zone)]
    [InlineData("a1 a2 b1 b2", "spread", "instanceId")]
    [InlineData("a2 a2 a2 a2", "binpack", "memory")]
    [InlineData("a1 b1 a2 b2", "spread", Zone, "spread", "instanceId")]
    [InlineData("a2 b1 a2 b1", "spread", Zone, "binpack", "memory")]
    [InlineData("a2 b1 a1 b2", "spread", "instanceId", "binpack", "memory")]
    public void Worked_example_of_Example_Amazon_ECS_task_placement_strategies(string chosen, params string[] strategy)
    {
        TestInstance[] instances =
        [
            new("a1", "a") { RemainingMemoryMiB = 4000 }, new("a2", "a") { RemainingMemoryMiB = 2000 },
            new("b1", "b") { RemainingMemoryMiB = 3000 }, new("b2", "b") { RemainingMemoryMiB = 4500 },
        ];
        var request = new PlacementRequest
        {
            Group = "service:web",
            Requirements = new() { MemoryMiB = 100 },
            Strategy = [.. strategy.Chunk(2).Select(step => PlacementStep.Parse(step[0], step[1]))],
        };
        var placer = new TaskPlacer<TestInstance>(request, new(instances), new Random(1));
        Assert.Equal(chosen.Split(' '), Enumerable.Range(0, 4).Select(_ => placer.Next()!.Run(request).Id));
    }

    /// <summary>Worked example of "Define which container instances Amazon ECS uses for tasks" (Amazon ECS Developer Guide): each task on an instance of its own.</summary>
    [Fact]
    public void Worked_example_of_Define_which_container_instances_Amazon_ECS_uses_for_tasks()
    {
        var request = new PlacementRequest
        {
            Group = "family:web",
            Requirements = new(),
            Strategy = PlacementStep.StandaloneDefault,
            Constraints = PlacementConstraints.Parse([("distinctInstance", null), ("memberOf", "attribute:ecs.instance-type =~ t2.*")]),
        };
        TestInstance[] instances = [Of("one", "t2.small"), Of("two", "t2.micro"), Of("three", "m5.large")];
        var placer = new TaskPlacer<TestInstance>(request, new(instances), new Random(1));
        Assert.Equal(["one", "two"], new[] { placer.Next()!.Run(request).Id, placer.Next()!.Run(request).Id }.Order());
        Assert.Null(placer.Next());

        static TestInstance Of(string id, string type) => new(id) { Attributes = { ["ecs.instance-type"] = type } };
    }

    /// <summary>Worked examples of "Create expressions to define container instances for Amazon ECS tasks" (Amazon ECS Developer Guide).</summary>
    [Theory]
    [InlineData("attribute:ecs.instance-type == t2.small", "small")]
    [InlineData("attribute:ecs.availability-zone in [us-east-1a, us-east-1b]", "small large")]
    [InlineData("attribute:ecs.instance-type =~ g2.* and attribute:ecs.availability-zone != us-east-1d", "large")]
    [InlineData("task:group == service:production", "large")]
    [InlineData("not(task:group == database)", "small large")]
    [InlineData("runningTasksCount == 1", "large data")]
    [InlineData("runningTasksCount == 0", "small")]
    [InlineData("agentVersion < 1.14.5", "data")]
    [InlineData("registeredAt < 2018-02-18T22:28:28+00:00", "data")]
    [InlineData("registeredAt > 2018-03-01", "small large")]
    [InlineData("agentConnected == false", "data")]
    [InlineData("ec2InstanceId in ['i-abcd1234', 'i-wxyx7890']", "small data")]
    public void Worked_example_of_Create_expressions_to_define_container_instances_for_Amazon_ECS_tasks(string expression, string selected)
    {
        TestInstance[] instances =
        [
            new("small", "us-east-1a") { Ec2InstanceId = "i-abcd1234", Attributes = { ["ecs.instance-type"] = "t2.small" } },
            new TestInstance("large", "us-east-1b") { Ec2InstanceId = "i-0", Attributes = { ["ecs.instance-type"] = "g2.2xlarge" } }.Run("service:production"),
            new TestInstance("data", "us-east-1d")
            {
                Ec2InstanceId = "i-wxyx7890",
                AgentConnected = false,
                AgentVersion = "1.14.4",
                RegisteredAt = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero),
                Attributes = { ["ecs.instance-type"] = "g2.2xlarge" },
            }.Run("database"),
        ];
        var query = ClusterQuery.Parse(expression);
        Assert.Equal(selected.Split(' '), instances.Where(query.Matches).Select(instance => instance.Id));
    }

    /// <summary>Worked examples of "CapacityProviderStrategyItem" (Amazon ECS API Reference): weights of 1 and 1, of 1 and 4.</summary>
    [Theory]
    [InlineData(1, 1, 10, 5, 5)]
    [InlineData(1, 4, 5, 1, 4)]
    [InlineData(1, 4, 10, 2, 8)]
    public void Worked_example_of_CapacityProviderStrategyItem(int weightOfA, int weightOfB, int count, int onA, int onB) =>
        Assert.Equal([onA, onB], CapacityProviderSplit.Split([new(0, weightOfA), new(0, weightOfB)], count));

    /// <summary>Worked examples of "DeploymentConfiguration" (Amazon ECS API Reference): a service of four tasks under a minimum of 50 %, and under a maximum of 200 %.</summary>
    [Theory]
    [InlineData(50, 100, 0, 2)]
    [InlineData(100, 200, 4, 0)]
    public void Worked_example_of_DeploymentConfiguration(int minimum, int maximum, int start, int stop)
    {
        var request = new UpdateRequest { DesiredCount = 4, PrimaryDeploymentId = "new", Limits = DeploymentLimits.Of(4, minimum, maximum) };
        var plan = RollingUpdate.Plan(request, TestTask.Many(4, "old"), new Random(1));
        Assert.Equal((start, stop), (plan.Start, plan.Stop.Count));
    }

    /// <summary>Worked examples of "Amazon ECS service event messages" (Amazon ECS Developer Guide): percents that leave a deployment no step.</summary>
    [Theory]
    [InlineData(2, 75, 100)]
    [InlineData(3, 100, 125)]
    public void Worked_example_of_Amazon_ECS_service_event_messages(int desired, int minimum, int maximum)
    {
        var request = new UpdateRequest { DesiredCount = desired, PrimaryDeploymentId = "new", Limits = DeploymentLimits.Of(desired, minimum, maximum) };
        Assert.True(RollingUpdate.Plan(request, TestTask.Many(desired, "old"), new Random(1)).IsBlocked);
    }

    /// <summary>Worked examples of "How the Amazon ECS deployment circuit breaker detects failures" (Amazon ECS Developer Guide): half the desired count, from 3 to 200.</summary>
    [Theory]
    [InlineData(1, 3)]
    [InlineData(25, 13)]
    [InlineData(400, 200)]
    [InlineData(800, 200)]
    public void Worked_example_of_How_the_deployment_circuit_breaker_detects_failures(int desired, int threshold)
    {
        var breaker = Enumerable.Range(1, threshold - 1).Aggregate(CircuitBreaker.Start(FailureThreshold.Default), (one, _) => one.TaskFailed(desired));
        Assert.Equal(CircuitBreakerStatus.Monitoring, breaker.Status);
        Assert.Equal(CircuitBreakerStatus.Triggered, breaker.TaskFailed(desired).Status);
    }
}
