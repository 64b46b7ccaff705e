using System.Globalization;
using System.Net;
using CsCheck;
using EcsTools.Model;
using EcsTools.Rules.TaskDefinitions;
using EcsTools.Tests.Cmdlets;
using EcsTools.Tests.Local;
using EcsTools.Tests.Model;

namespace EcsTools.Tests.Rules;

/// <summary>The local ECS refuses what Test-EcsTaskDefinition calls an error, and nothing else.</summary>
public sealed class TaskDefinitionRuleTests
{
    public static TheoryData<string> Broken => [.. Mutations.All.Select((mutation, index) => $"{index} {mutation}")];

    [Fact]
    public void A_good_task_definition_breaks_no_rule() => Gen.Enum<Kind>().SelectMany(GoodDefinitions.Of)
        .Try(made => TaskDefinitionRules.Findings(made) is [], iter: 500, seed: "0000KOIPe036", print: made => $"{WireJson.ToText(made)} {string.Join("; ", TaskDefinitionRules.Findings(made))}");

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task One_broken_rule_is_one_error_with_its_path_and_ECSs_text(string name)
    {
        var mutation = Mutations.All[int.Parse(name.Split(' ')[0], CultureInfo.InvariantCulture)];
        using var ecs = new LocalEcs();
        await GoodDefinitions.Of(mutation.On).TryAsync(
            async made =>
            {
                mutation.Break(made);
                var finding = Assert.Single(TaskDefinitionRules.Findings(made), finding => finding.Error is not null);
                Assert.Equal(mutation.Path, finding.Path);
                Assert.Contains(mutation.Text, finding.Text, StringComparison.Ordinal);
                Assert.NotEmpty(finding.Advice);
                Assert.Equal((finding.Error!, finding.Text), await ecs.Fail("RegisterTaskDefinition", WireJson.ToText(made)));
            },
            iter: 5,
            seed: "0000KOIPe036",
            print: made => WireJson.ToText(made));
    }

    [Fact]
    public void Every_rule_is_broken_by_a_mutation()
    {
        var broken = Mutations.All.SelectMany(mutation =>
        {
            var made = GoodDefinitions.Of(mutation.On).Single();
            mutation.Break(made);
            return TaskDefinitionRules.All.Where(rule => rule.Findings(new Definition(made)).Any());
        }).ToHashSet();
        Assert.Empty(TaskDefinitionRules.All.Where(rule => rule.Error is not null && !broken.Contains(rule)).Select(rule => rule.Condition));
    }

    [Fact]
    public async Task Anything_at_all_is_refused_if_and_only_if_the_cmdlet_reports_an_error()
    {
        using var ecs = new LocalEcs();
        using var prompt = new EcsPrompt();
        var random = RandomStructures.Of(Operations.RegisterTaskDefinition.Request).Select(made => (RegisterTaskDefinitionRequest)made);
        var mutated = Gen.OneOf<Mutation>([.. Mutations.All]).SelectMany(mutation => GoodDefinitions.Of(mutation.On).Select(made =>
        {
            mutation.Break(made);
            return made;
        }));
        await Gen.Frequency((1, random), (2, mutated), (2, Gen.Enum<Kind>().SelectMany(GoodDefinitions.Of))).TryAsync(
            async made =>
            {
                prompt.Set("made", made);
                var errors = prompt.Run("Test-EcsTaskDefinition $made | Where-Object Severity -eq Error | ForEach-Object Message").Clean().Output.Select(message => (string)message.BaseObject).ToList();
                var (status, answer) = await ecs.Try("RegisterTaskDefinition", WireJson.ToText(made));
                if (status == HttpStatusCode.OK) Assert.Empty(errors);
                else Assert.Equal(errors[0], (string)answer["message"]!);
            },
            iter: 300,
            seed: "0000KOIPe036",
            print: made => WireJson.ToText(made));
    }
}
