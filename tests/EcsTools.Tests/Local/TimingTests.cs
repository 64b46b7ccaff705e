using System.Globalization;
using System.Text.RegularExpressions;
using EcsTools.Local;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Local;

/// <summary>How long things take is a profile.</summary>
public sealed class TimingTests
{
    [Fact]
    public void The_table_of_durations_has_the_figures_of_the_profiles()
    {
        var page = File.ReadAllText(EcsPrompt.Metadata("Repository") + "docs/local.md");
        var rows = Regex.Matches(page, @"^\| `(\w+)` \| [^|]+ \| ([\d.]+) s \| ([\d.]+) s \| \S", RegexOptions.Multiline).ToDictionary(row => row.Groups[1].Value, row => (Seconds(row.Groups[2]), Seconds(row.Groups[3])));
        Assert.Equal(Timing.Names.ToDictionary(name => name, name => (Timing.Fast[name].TotalSeconds, Timing.Realistic[name].TotalSeconds)), rows);

        static double Seconds(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("Fast", 4.5)]
    [InlineData("Realistic", 27)]
    public async Task A_task_runs_after_the_durations_of_the_profile(string profile, double seconds)
    {
        using var ecs = new LocalEcs(new EcsLocalOptions { Timing = Timing.Named(profile)! });
        await ecs.Instances(1);
        await ecs.Definition();
        var task = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Advance(seconds - 1.1);
        Assert.NotEqual("RUNNING", (string)(await ecs.Task(task))["lastStatus"]!);
        ecs.Advance(1.2);
        Assert.Equal("RUNNING", (string)(await ecs.Task(task))["lastStatus"]!);
    }

    [Fact]
    public async Task The_agents_kill_a_container_after_their_own_timeout()
    {
        using var ecs = new LocalEcs(new EcsLocalOptions { Timing = Timing.Fast with { StopTimeout = TimeSpan.FromSeconds(90) } });
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Behave(""" "tasks": [{ "family": "web", "ignoresSigterm": true }] """);
        var task = (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
        ecs.Advance(10);
        await ecs.Call("StopTask", $$"""{ "task": "{{task}}" }""");
        ecs.Advance(89);
        Assert.NotEqual("STOPPED", (string)(await ecs.Task(task))["lastStatus"]!);
        ecs.Advance(5);
        Assert.Equal(("STOPPED", 137), ((string)(await ecs.Task(task))["lastStatus"]!, (int)(await ecs.Task(task))["containers"]![0]!["exitCode"]!));
    }

    [Fact]
    public void A_file_has_some_durations_and_the_rest_are_those_of_its_profile()
    {
        var path = Write("""{ "profile": "Realistic", "pull": 60.5 }""");
        var timing = Timing.Read(path);
        Assert.Equal((60.5, Timing.Realistic.TargetPasses, Timing.Realistic.Pull), (timing.Pull.TotalSeconds, timing.TargetPasses, TimeSpan.FromSeconds(20)));
        Assert.Equal(Timing.Fast, Timing.Read(Write("{}")));
    }

    [Theory]
    [InlineData("nonsense", "isn't JSON: line 1, column")]
    [InlineData("[]", "must hold a JSON object")]
    [InlineData("""{ "pul": 3 }""", "'pul' isn't a duration. Did you mean 'pull'?")]
    [InlineData("""{ "pull": -1 }""", "Pull must be a number of seconds")]
    [InlineData("""{ "pull": "3" }""", "Pull must be a number of seconds")]
    [InlineData("""{ "profile": "Slow" }""", "profile must be Fast or Realistic.")]
    public void A_file_that_makes_no_sense_is_one_error(string json, string text)
    {
        using var prompt = new EcsPrompt();
        var error = Assert.Single(prompt.Run($"Start-EcsLocal -Timing '{Write(json)}'").Errors);
        Assert.StartsWith("TimingNotLoaded", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(text, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Realistic", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_is_neither_a_name_nor_a_file_is_one_error()
    {
        using var prompt = new EcsPrompt();
        Assert.StartsWith("TimingNotLoaded", Assert.Single(prompt.Run("Start-EcsLocal -Timing Slow").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static string Write(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("timing").FullName, "timing.json");
        File.WriteAllText(path, text);
        return path;
    }
}
