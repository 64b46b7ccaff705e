using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EcsTools.Model;
using EcsTools.Rules.Launches;
using EcsTools.Tests.Local;

namespace EcsTools.Tests.Rules;

/// <summary>Every rule about services, tasks and task sets holds in every operation that takes the member, with its path and ECS's text.</summary>
public sealed class LaunchRuleTests(LaunchWorld world) : IClassFixture<LaunchWorld>
{
    private static readonly Operation[] Launching = [Operations.CreateService, Operations.UpdateService, Operations.RunTask, Operations.StartTask, Operations.CreateTaskSet];

    public static TheoryData<string> Broken => [.. LaunchMutations.All.Select((mutation, index) => $"{index} {mutation}")];

    [Theory]
    [InlineData("web")]
    [InlineData("vpc")]
    [InlineData("fargate")]
    [InlineData("host")]
    [InlineData("ebs")]
    public async Task A_good_request_breaks_no_rule(string family)
    {
        foreach (var operation in Launching.Where(operation => LaunchWorld.Takes(operation, family)))
        {
            var good = world.Good(operation, family);
            Assert.DoesNotContain(LaunchRules.Findings(await world.Launch(operation, family, good)), finding => finding.Error is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task One_broken_rule_is_one_refusal_in_every_operation(string name)
    {
        var mutation = LaunchMutations.All[int.Parse(name.Split(' ')[0], CultureInfo.InvariantCulture)];
        var operations = Of(mutation).ToList();
        Assert.NotEmpty(operations);
        foreach (var operation in operations)
        {
            var broken = world.Good(operation, mutation.On);
            foreach (var (member, value) in Members(mutation)) broken[member] = value?.DeepClone();
            var (status, answer) = await world.Ecs.Try(operation.Name, broken.ToJsonString());
            Assert.True(status == HttpStatusCode.BadRequest, $"{operation.Name} accepts {broken.ToJsonString()}");
            Assert.Equal($"{operation.Name}: {mutation.Text}", $"{operation.Name}: {answer["message"]}");
            var finding = LaunchRules.Findings(await world.Launch(operation, mutation.On, broken)).First(finding => finding.Error is not null && finding.Text == mutation.Text);
            Assert.Equal((mutation.Path, (string)answer["__type"]!), (finding.Path, finding.Error));
            Assert.NotEmpty(finding.Advice);
        }
    }

    [Fact]
    public async Task Every_rule_is_broken_by_a_mutation()
    {
        var broken = new HashSet<object>();
        foreach (var mutation in LaunchMutations.All)
        {
            foreach (var operation in Of(mutation))
            {
                var request = world.Good(operation, mutation.On);
                foreach (var (member, value) in Members(mutation)) request[member] = value?.DeepClone();
                var launch = await world.Launch(operation, mutation.On, request);
                broken.UnionWith(LaunchRules.All.Where(rule => rule.Findings(launch).Any()));
            }
        }

        Assert.Empty(LaunchRules.All.Where(rule => rule.Error is not null && !broken.Contains(rule)).Select(rule => rule.Condition));
    }

    private static JsonObject Members(LaunchMutation mutation) => JsonNode.Parse($"{{{mutation.Members}}}")!.AsObject();

    private static IEnumerable<Operation> Of(LaunchMutation mutation) =>
        from operation in Launching
        where mutation.Only.Length == 0 ? Members(mutation).All(member => operation.Request.Find(member.Key) is not null) : mutation.Only.Contains(operation.Name)
        where LaunchWorld.Takes(operation, mutation.On)
        select operation;
}
