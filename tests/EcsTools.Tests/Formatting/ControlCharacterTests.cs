using System.Collections;
using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Formatting;

/// <summary>Users who stop tasks write texts that appear on other terminals. Control characters in them have no effect.</summary>
public sealed class ControlCharacterTests
{
    private const string Attack = "a\u001b[2J\u001b]0;title\u0007\u009b31m\rb\u202ec";

    private static readonly char[] Controls = ['\u001b', '\u0007', '\u009b', '\r', '\u202e'];

    [Theory, InlineData(true), InlineData(false)]
    public void No_view_shows_a_control_character_of_ECS(bool isTable)
    {
        using var viewer = isTable ? Viewer.AsShipped(400, colours: false) : Viewer.OfLists(400, colours: false);
        foreach (var (name, samples) in isTable ? Samples.Tables : Samples.Lists)
        {
            var planted = samples.Cast<object>().Select(sample => sample is IStructure structure ? Planted(structure) : sample).ToList();
            var seen = viewer.Show(planted);
            Assert.True(seen.IndexOfAny(Controls) < 0, $"{name}: {seen.Replace('\u001b', '␛')}");
        }
    }

    [Fact]
    public void Colors_are_those_of_the_module_only()
    {
        using var viewer = Viewer.AsShipped(200, colours: true);
        var seen = viewer.Show(new[] { new Cluster { ClusterName = "x\u001b[32mgreen", Status = "ACTIVE", ClusterArn = Samples.Prefix + "cluster/x" } });
        Assert.Contains("x␛[32mgreen", seen);
        Assert.Contains("\u001b[32mACTIVE\u001b[0m", seen);
    }

    [Fact]
    public void Errors_waits_events_and_verbose_lines_show_signs_and_the_property_keeps_the_text()
    {
        using var prompt = Shop.Open();
        prompt.Set("attack", Attack);
        var said = prompt.Run("""
            $task = Start-EcsTask web
            $null = Step-EcsLocal
            Stop-EcsTask $task -Reason $attack -Confirm:$false
            $null = Step-EcsLocal
            $run = Start-EcsTask web
            $null = Step-EcsLocal 00:00:10
            Submit-EcsTaskStateChange $run -Status STOPPED -Reason $attack -Verbose -Confirm:$false
            Wait-EcsTask $run -Timeout 60 -Verbose
            Get-EcsTask $attack
            Get-EcsTask a -Cluster $attack -Verbose
            Stop-EcsTask $attack -WhatIf
            Get-EcsService $attack
            Wait-EcsService $attack -Timeout 1
            (Get-EcsTask $task).StoppedReason
            """);
        Assert.Equal(Attack, said.Output.Select(output => output.BaseObject).OfType<string>().Last());
        Assert.NotEmpty(said.Errors);
        var texts = said.Errors.SelectMany(error => new[] { error.ToString(), error.ErrorDetails?.Message, error.ErrorDetails?.RecommendedAction, error.CategoryInfo.ToString(), error.Exception is EcsException ? error.Exception.Message : "" })
            .Concat(said.Verbose.Select(line => line.Message)).Concat(said.Warnings.Select(line => line.Message))
            .Concat(said.Progress.SelectMany(bar => new[] { bar.Activity, bar.StatusDescription, bar.CurrentOperation }));
        Assert.All(texts, text => Assert.True(text is null || text.IndexOfAny(Controls) < 0, text?.Replace('\u001b', '␛')));
    }

    /// <summary>A copy whose every free text begins with the attack.</summary>
    private static IStructure Planted(IStructure structure)
    {
        var shape = structure.GetShape();
        var copy = (IStructure)shape.Create();
        foreach (var member in shape.Members)
        {
            if (member.Get(structure) is { } value) member.Set(copy, Planted(value, member.Value));
        }

        return copy;
    }

    private static object Planted(object value, ValueShape shape) => value switch
    {
        string text when shape.Values.Count == 0 => text.StartsWith("arn:", StringComparison.Ordinal) ? text + Attack : Attack + text,
        string text => text + Attack,
        IStructure inner => Planted(inner),
        IList list => Fill((IList)Activator.CreateInstance(list.GetType())!, list, shape.Element!),
        IDictionary map => Fill((IDictionary)Activator.CreateInstance(map.GetType())!, map, shape.Element!),
        _ => value,
    };

    private static IList Fill(IList made, IList from, ValueShape element)
    {
        foreach (var item in from) made.Add(Planted(item!, element));
        return made;
    }

    private static IDictionary Fill(IDictionary made, IDictionary from, ValueShape element)
    {
        foreach (DictionaryEntry entry in from) made[Attack + entry.Key] = Planted(entry.Value!, element);
        return made;
    }
}
