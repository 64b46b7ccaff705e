using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EcsTools.Docs;

namespace EcsTools.Tests.Formatting;

/// <summary>The rules for all views.</summary>
public sealed partial class ViewRuleTests
{
    private static readonly IReadOnlyList<XElement> All = [.. Views.Read().Descendants("View")];

    /// <summary>Usual windows. The engine leaves the last column of a window free; Out-String does not, which is as if the window were wider by one.</summary>
    public static TheoryData<int> Widths => [40, 41, 60, 61, 80, 81, 100, 101, 120, 121];

    [Fact]
    public void What_a_view_shows_under_a_name_the_object_has_under_that_name()
    {
        using var viewer = Viewer.AsShipped(80, colours: false); // its module has the types
        Assert.Empty(
            from view in All
            from type in TypesOf(view)
            from label in view.Descendants("Label").Where(label => label.Parent!.Name != "GroupBy").Concat(view.Elements("GroupBy").Elements("PropertyName"))
            where type.GetProperty(label.Value) is null
            select $"{type.Name}.{label.Value}");
    }

    [Fact]
    public void Views_take_plain_values_so_that_objects_from_elsewhere_look_the_same() => Assert.DoesNotContain(
        All.Descendants("ScriptBlock").Select(block => block.Value), block => WholeObject().IsMatch(block));

    /// <summary>The engine holds a table's rows back until more come where the first column has no width.</summary>
    [Fact]
    public void Columns_have_widths() => Assert.Empty(
        from view in All
        let columns = view.Descendants("TableColumnHeader")
        from column in columns.SkipLast(1).Union(columns.Take(1))
        where column.Element("Width") is null
        select $"{view.Element("Name")!.Value}: {column.Element("Label")!.Value}");

    [Fact]
    public void A_row_is_there_before_the_next_object_comes()
    {
        using var viewer = Viewer.AsShipped(120, colours: false);
        Assert.All(Samples.Tables, sample =>
        {
            var seen = viewer.ShowFirst(sample.Value.Cast<object>().First());
            Assert.Matches(@"\n-[- ]*\n\S", seen);
        });
    }

    [Theory, MemberData(nameof(Widths))]
    public void Headers_are_whole_and_numbers_are_not_cut(int width)
    {
        using var viewer = Viewer.AsShipped(width, colours: false);
        Assert.All(Samples.Tables, sample => Whole(TableOf(sample.Key), viewer.Show(sample.Value)));
    }

    [Theory, InlineData(40), InlineData(80), InlineData(120)]
    public void Objects_from_a_job_look_the_same_in_a_table(int width)
    {
        using var viewer = Viewer.AsShipped(width, colours: true);
        Assert.All(Samples.Tables, sample => Assert.Equal(viewer.Show(sample.Value), viewer.Show(Elsewhere(sample.Value, depth: 1))));
    }

    [Fact]
    public void Objects_from_a_file_look_the_same_in_a_list()
    {
        using var viewer = Viewer.OfLists(120, colours: true);
        Assert.All(Samples.Lists, sample => Assert.Equal(viewer.Show(sample.Value), viewer.Show(Elsewhere(sample.Value, depth: 6))));
    }

    /// <summary>Each cell of a number, by where its column ends.</summary>
    private static void Whole(XElement view, string seen)
    {
        var columns = view.Descendants("TableColumnHeader").ToList();
        var lines = seen.Split('\n').ToList();
        var dashes = lines.FindIndex(line => line.Length > 0 && line.All(c => c is '-' or ' '));
        var header = lines[dashes - 1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(columns.Take(header.Length).Select(column => column.Element("Label")!.Value), header);
        var start = 0;
        foreach (var column in columns.Take(header.Length))
        {
            var end = column.Element("Width") is { } width ? start + (int)width : int.MaxValue;
            if (column.Element("Alignment") is not null)
                Assert.All(lines.Skip(dashes + 1), line => Assert.DoesNotContain('…', line.Length <= start ? "" : line[start..Math.Min(end, line.Length)]));
            start = end + 1;
        }
    }

    private static List<object> Elsewhere(System.Collections.IEnumerable objects, int depth) =>
        objects.Cast<object>().Select(one => PSSerializer.Deserialize(PSSerializer.Serialize(one, depth))).ToList();

    private static XElement TableOf(string type) => All.Single(view => view.Element("TableControl") is not null && view.Element("Name")!.Value == $"EcsTools.Model.{type}");

    private static IEnumerable<Type> TypesOf(XElement view) => view.Descendants("TypeName").Select(name =>
        AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(name.Value)).OfType<Type>().First());

    [GeneratedRegex(@"\$_(?!\.)")]
    private static partial Regex WholeObject();
}
