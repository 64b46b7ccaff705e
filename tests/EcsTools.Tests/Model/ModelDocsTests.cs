using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

/// <summary>Everything that the API names is described in our own words, and nothing else is.</summary>
public partial class ModelDocsTests
{
    private const int Longest = 240;

    private static readonly HashSet<string> Exchanged = [.. Operations.All.SelectMany(operation => new[] { operation.Request.Name, operation.Response.Name })];

    private static IEnumerable<string> Names(string section) => ModelResources.Facts.GetProperty(section).EnumerateObject().Select(entry => entry.Name);

    private static Dictionary<string, string> Texts(string section) =>
        ModelResources.Docs.GetProperty(section).EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!);

    [Fact]
    public void Every_operation_is_described() => Assert.Equal(Names("operations").Order(), Texts("operations").Keys.Order());

    [Fact]
    public void Every_structure_is_described_that_is_not_an_operation_s_own() =>
        Assert.Equal(Names("structures").Where(name => !Exchanged.Contains(name)).Order(), Texts("structures").Keys.Order());

    [Fact]
    public void Every_enum_is_described() => Assert.Equal(Names("enums").Order(), Texts("enums").Keys.Order());

    [Fact]
    public void Every_member_is_described_for_itself_or_for_all_of_its_name()
    {
        var (own, common) = (Texts("own"), Texts("members"));
        var members = AllStructures.Shapes.SelectMany(shape => shape.Members.Select(member => (Full: $"{shape.Name}.{member.WireName}", member.WireName))).ToList();
        Assert.DoesNotContain(members, member => !own.ContainsKey(member.Full) && !common.ContainsKey(member.WireName));
        Assert.Empty(own.Keys.Except(members.Select(member => member.Full)));
        Assert.Empty(common.Keys.Except(members.Where(member => !own.ContainsKey(member.Full)).Select(member => member.WireName)));
    }

    [Fact]
    public void Every_description_is_one_short_line_that_ends_with_a_full_stop()
    {
        foreach (var (name, text) in ModelResources.Docs.EnumerateObject().SelectMany(section => Texts(section.Name)))
        {
            Assert.True(text.Length <= Longest, $"{name} has {text.Length} characters");
            Assert.True(text.EndsWith('.') && text == text.Trim() && !text.Contains('\n') && !text.Contains("  "), $"{name}: '{text}'");
        }
    }

    [Fact]
    public void No_name_is_described_twice()
    {
        foreach (var section in ModelResources.Docs.EnumerateObject())
            Assert.Distinct(section.Value.EnumerateObject().Select(entry => entry.Name));
    }

    [Fact]
    public void The_documentation_of_the_types_is_made_of_these_descriptions()
    {
        var members = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "EcsTools.Model.xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, member => (string?)member.Element("summary") ?? "");
        Assert.Equal(Texts("structures")["Service"], members["T:EcsTools.Model.Service"]);
        Assert.Equal(Texts("own")["CapacityProviderStrategyItem.base"], members["P:EcsTools.Model.CapacityProviderStrategyItem.Base"]);
        Assert.Equal(Texts("operations")["RunTask"], members["P:EcsTools.Model.Operations.RunTask"]);
        Assert.Equal(Texts("enums")["LaunchType"], members["T:EcsTools.Model.LaunchType"]);
        Assert.DoesNotContain(members.Values, summary => Fallback().IsMatch(summary));
    }

    /// <summary>The generator's default description.</summary>
    [GeneratedRegex(@"^(The (member|structure|operation) \w+|The values of \w+)\.$")]
    private static partial Regex Fallback();
}
