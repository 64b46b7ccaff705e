using System.Text;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

public class ReadingTests
{
    private static T Read<T>(string json)
        where T : class, IStructure<T>, new() => WireJson.Read<T>(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void Escaped_names_are_understood() =>
        Assert.Equal("prod", Read<ListTasksRequest>("""{ "\u0063lust\u0065r": "prod" }""").Cluster);

    [Fact]
    public void Escaped_keys_of_maps_are_understood() =>
        Assert.Equal("x", Read<ContainerDefinition>("""{ "dockerLabels": { "\u0061\"b": "x" } }""").DockerLabels!["a\"b"]);

    [Fact]
    public void Names_are_told_apart_by_case() => Assert.Null(Read<ListTasksRequest>("""{ "Cluster": "prod" }""").Cluster);

    [Fact]
    public void Null_means_not_set()
    {
        foreach (var shape in AllStructures.Shapes)
        {
            var json = $"{{ {string.Join(", ", shape.Members.Select(member => $"\"{member.WireName}\": null"))} }}";
            Assert.Equal("{}", WireJson.ToText(AnyStructure.Read(shape, Encoding.UTF8.GetBytes(json))));
        }
    }

    [Fact]
    public void Nulls_in_lists_and_maps_are_left_out()
    {
        var container = Read<ContainerDefinition>("""{ "command": ["a", null, "b"], "dockerLabels": { "x": null, "y": "z" }, "mountPoints": [null] }""");
        Assert.Equal("""{"command":["a","b"],"mountPoints":[],"dockerLabels":{"y":"z"}}""", WireJson.ToText(container));
    }

    [Fact]
    public void An_empty_list_is_not_a_missing_one() => Assert.Equal("""{"clusters":[]}""", WireJson.ToText(Read<DescribeClustersRequest>("""{"clusters":[]}""")));

    [Fact]
    public void Of_a_member_that_comes_twice_the_last_counts() => Assert.Equal("b", Read<ListTasksRequest>("""{"cluster":"a","cluster":"b"}""").Cluster);

    [Theory]
    [InlineData("1.479408512123E9", "2016-11-17T18:48:32.123Z")]
    [InlineData("1479408512", "2016-11-17T18:48:32.000Z")]
    [InlineData("1479408512.5", "2016-11-17T18:48:32.500Z")]
    [InlineData("1479408512.12", "2016-11-17T18:48:32.120Z")]
    [InlineData("0", "1970-01-01T00:00:00.000Z")]
    [InlineData("99999999999.999", "5138-11-16T09:46:39.999Z")]
    [InlineData("100000000000", "5138-11-16T09:46:40.000Z")]
    [InlineData("1704067199.9996", "2024-01-01T00:00:00.000Z")]
    [InlineData("-1.5", "1969-12-31T23:59:58.500Z")]
    [InlineData("-62135510400", "0001-01-02T00:00:00.000Z")]
    [InlineData("253402214400", "9999-12-31T00:00:00.000Z")]
    public void Moments_are_seconds_since_1970_to_the_millisecond(string seconds, string moment) =>
        Assert.Equal(moment, Read<Service>($$"""{"createdAt":{{seconds}}}""").CreatedAt!.Value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));

    [Fact]
    public void Moments_are_local_so_that_they_compare_with_the_clock_on_the_wall() =>
        Assert.Equal(DateTimeKind.Local, Read<Service>("""{"createdAt":1479408512.5}""").CreatedAt!.Value.Kind);

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public void A_moment_is_written_the_same_whatever_its_kind(DateTimeKind kind)
    {
        var moment = new DateTime(2024, 5, 6, 7, 8, 9, 250, DateTimeKind.Utc);
        Assert.Equal("""{"createdAt":1714979289.25}""", WireJson.ToText(new Service { CreatedAt = kind == DateTimeKind.Utc ? moment : moment.ToLocalTime() }));
    }

    [Fact]
    public void What_stands_twice_is_one_string()
    {
        var answer = Read<DescribeTasksResponse>("""{"tasks":[{"lastStatus":"RUNNING","taskArn":"a/1","group":"service:wéb"},{"lastStatus":"RUNNING","taskArn":"a/2","group":"service:wéb"}]}""").Tasks!;
        Assert.Same(answer[0].LastStatus, answer[1].LastStatus);
        Assert.Equal(["a/1", "a/2", "service:wéb", "service:wéb"], answer.Select(task => task.TaskArn).Concat(answer.Select(task => task.Group)));
    }

    /// <summary>The result doesn't depend on earlier reads on the thread.</summary>
    [Fact]
    public void Many_like_texts_are_kept_apart()
    {
        var texts = Enumerable.Range(0, 5000).Select(i => $"arn:aws:{i % 7}:{i}:{new string('x', i % 300)}").Concat(["", "a", "ab", @"\u0041", "é"]).ToList();
        for (var round = 0; round < 2; round++)
        {
            var read = Read<ListTasksResponse>($$"""{"taskArns":[{{string.Join(",", texts.Select(text => $"\"{text}\""))}}]}""").TaskArns!;
            Assert.Equal(texts.Select(text => text.Replace(@"\u0041", "A", StringComparison.Ordinal)), read);
        }
    }

    [Fact]
    public void A_document_keeps_its_JSON_as_it_is()
    {
        var (shape, member) = AllStructures.Shapes.SelectMany(s => s.Members.Select(m => (s, m))).First(pair => pair.m.Value.Kind == ValueKind.Document);
        var json = $$$"""{"{{{member.WireName}}}":{"a":[1,2.50,{"b":null}],"c":true}}""";
        Assert.Equal(json, WireJson.ToText(AnyStructure.Read(shape, Encoding.UTF8.GetBytes(json))));
    }
}
