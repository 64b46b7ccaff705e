using System.Collections;
using System.Text.RegularExpressions;
using EcsTools.Docs;

namespace EcsTools.Tests.Formatting;

/// <summary>The views of the module's objects, at the two usual widths, with colors and without.</summary>
public sealed partial class ViewTests
{
    public static TheoryData<int, bool> Screens => new() { { 80, false }, { 80, true }, { 120, false }, { 120, true } };

    [Theory, MemberData(nameof(Screens))]
    public void Tables_look_as_they_should(int width, bool colours)
    {
        using var viewer = Viewer.AsShipped(width, colours);
        Assert.All(Samples.Tables, sample => Look(viewer, sample.Key, sample.Value, "table", width, colours));
    }

    [Theory, MemberData(nameof(Screens))]
    public void Lists_look_as_they_should(int width, bool colours)
    {
        using var viewer = Viewer.OfLists(width, colours);
        Assert.All(Samples.Lists, sample => Look(viewer, sample.Key, sample.Value, "list", width, colours));
    }

    /// <summary>As shipped: one object is all that sizes its columns.</summary>
    [Theory, InlineData(80), InlineData(120)]
    public void A_local_ECS_shows_its_whole_url(int width)
    {
        using var viewer = Viewer.AsShipped(width, colours: false);
        var url = (Uri)viewer.Evaluate("(Get-EcsLocal).Url")!;
        var seen = viewer.Show(new[] { viewer.Evaluate("Get-EcsLocal") });
        Assert.Matches($@"^Url +Clock +Time +Region( +IsSettled)?\n[- ]+\n{Regex.Escape(url.ToString())} +Manual +2026-01-01 00:00:00 us-east-1( +True)? *\n$", seen);
    }

    [Fact]
    public void Behaviours_say_what_they_are_about_and_what_was_said()
    {
        using var viewer = Viewer.AsShipped(120, colours: false);
        viewer.Evaluate("$null = Set-EcsLocalBehavior -Family web -Container app -ExitCode 0 -ExitAfter 30; $null = Set-EcsLocalBehavior -Operation Run* -DropConnection -Probability 0.5");
        var seen = viewer.Show(new[] { viewer.Evaluate("(Get-EcsLocalBehavior)[0]"), viewer.Evaluate("(Get-EcsLocalBehavior)[1]") });
        Assert.Matches(@"^Target +Behavior *\n[- ]+\nContainer=app Family=web +ExitAfter=30s ExitCode=0 *\nOperation=Run\* +DropsConnection=True Probability=0.5 *\n$", seen);
    }

    [Fact]
    public void A_context_says_which_cluster_stands_for_a_missing_one()
    {
        using var viewer = Viewer.AsShipped(120, colours: false);
        Assert.Matches(@"us-east-1 +default +http", viewer.Show(new[] { viewer.Evaluate("Get-EcsContext") }));
        Assert.Matches(@"us-east-1 +shop +http", viewer.Show(new[] { viewer.Evaluate("Set-EcsContext -Cluster shop; Get-EcsContext") }));
    }

    [Fact]
    public void Whatever_a_cmdlet_emits_has_a_view()
    {
        using var viewer = Viewer.AsShipped(80, colours: false);
        var emitted = (IEnumerable<object>)viewer.Evaluate("return , @((Get-Command -Module EcsTools).OutputType.Type.FullName -like 'EcsTools.*')")!;
        Assert.Subset(Views.Read().Descendants("TypeName").Select(name => name.Value).ToHashSet(), emitted.Cast<string>().ToHashSet());
    }

    /// <summary>But for those of the session, which are seen above.</summary>
    [Fact]
    public void Every_view_is_looked_at()
    {
        const string model = "EcsTools.Model.";
        var views = Views.Read().Descendants("TypeName").Select(name => (Type: name.Value, IsTable: name.Ancestors("View").Single().Element("TableControl") is not null))
            .Where(view => view.Type.StartsWith(model, StringComparison.Ordinal)).ToLookup(view => view.IsTable, view => view.Type[model.Length..]);
        Assert.Equal(views[true].Order(), Samples.Tables.Keys.Order());
        Assert.Equal(views[false].Order(), Samples.Lists.Keys.Order());
    }

    internal static void Look(Viewer viewer, string name, IEnumerable objects, string shape, int width, bool colours)
    {
        var seen = viewer.Show(objects);
        Golden.Holds($"{name}.{shape}.{width}{(colours ? ".colour" : "")}", seen);
        Assert.All(Colour().Replace(seen, "").Split('\n'), line => Assert.InRange(line.Length, 0, width));
        Assert.Equal(colours, seen.Contains('\u001b'));
        Assert.DoesNotContain("EcsTools.", seen);
        Assert.DoesNotContain("System.Collections", seen);
        Assert.DoesNotContain("{", seen);
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
