using System.Text;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

public class WrongJsonTests
{
    private static WireException Refused<T>(string json)
        where T : class, IStructure<T>, new() => Assert.Throws<WireException>(() => WireJson.Read<T>(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"services":[{},{"deployments":[{"desiredCount":"four"}]}]}""", "services[1].deployments[0].desiredCount", "expected a whole number of 32 bits, found a string")]
    [InlineData("""{"services":[{"serviceName":{}}]}""", "services[0].serviceName", "expected a string, found an object")]
    [InlineData("""{"services":[{"enableECSManagedTags":"yes"}]}""", "services[0].enableECSManagedTags", "expected true or false, found a string")]
    [InlineData("""{"services":[{"createdAt":"2024-01-01"}]}""", "services[0].createdAt", "expected a moment in seconds since 1970, found a string")]
    [InlineData("""{"services":[{"createdAt":1e300}]}""", "services[0].createdAt", "expected a moment in seconds since 1970, found 1e300")]
    [InlineData("""{"services":[{"taskSets":[{"scale":{"value":[]}}]}]}""", "services[0].taskSets[0].scale.value", "expected a number of 64 bits, found a list")]
    [InlineData("""{"services":[{"taskSets":[{"scale":{"value":1e999}}]}]}""", "services[0].taskSets[0].scale.value", "expected a number of 64 bits, found 1e999")]
    [InlineData("""{"services":[{"taskSets":[{"scale":12}]}]}""", "services[0].taskSets[0].scale", "expected an object, found a number")]
    [InlineData("""{"services":{}}""", "services", "expected a list, found an object")]
    [InlineData("""{"services":[[]]}""", "services[0]", "expected an object, found a list")]
    [InlineData("""{"services":[{"loadBalancers":[],"desiredCount":true}]}""", "services[0].desiredCount", "expected a whole number of 32 bits, found a boolean")]
    [InlineData("""{"services":[{"desiredCount":2147483648}]}""", "services[0].desiredCount", "expected a whole number of 32 bits, found 2147483648")]
    [InlineData("""{"services":[{"desiredCount":1.5}]}""", "services[0].desiredCount", "expected a whole number of 32 bits, found 1.5")]
    [InlineData("""{"new":[[{"x":[1]}],2],"failures":[{"arn":7}]}""", "failures[0].arn", "expected a string, found a number")]
    [InlineData("[]", "", "expected an object, found a list")]
    [InlineData("null", "", "expected an object, found null")]
    public void A_wrong_type_is_an_error_that_says_where_and_what(string json, string path, string problem)
    {
        var error = Refused<DescribeServicesResponse>(json);
        Assert.Equal((path, problem), (error.Path, error.Problem));
        Assert.Equal(path.Length == 0 ? problem : $"{path}: {problem}", error.Message);
    }

    [Theory]
    [InlineData("""{"tasks":[{"version":9223372036854775808}]}""", "tasks[0].version", "expected a whole number of 64 bits, found 9223372036854775808")]
    [InlineData("""{"tasks":[{"version":"1"}]}""", "tasks[0].version", "expected a whole number of 64 bits, found a string")]
    public void A_long_has_its_limits_too(string json, string path, string problem)
    {
        var error = Refused<DescribeTasksResponse>(json);
        Assert.Equal((path, problem), (error.Path, error.Problem));
    }

    [Theory]
    [InlineData("""{"containerDefinitions":[{"dockerLabels":{"a":"x","b":{}}}]}""", "containerDefinitions[0].dockerLabels.b")]
    [InlineData("""{"containerDefinitions":[{"dockerLabels":["a"]}]}""", "containerDefinitions[0].dockerLabels")]
    [InlineData("""{"containerDefinitions":[{"command":["a",["b"]]}]}""", "containerDefinitions[0].command[1]")]
    [InlineData("""{"containerDefinitions":[{},{"command":["a","b"],"links":[null,7]}]}""", "containerDefinitions[1].links[1]")]
    public void The_path_goes_through_maps_and_lists(string json, string path) => Assert.Equal(path, Refused<RegisterTaskDefinitionRequest>(json).Path);

    [Fact]
    public void Every_member_of_every_structure_refuses_what_it_cannot_hold()
    {
        foreach (var (shape, member) in AllStructures.Shapes.SelectMany(shape => shape.Members.Select(member => (shape, member))))
        {
            foreach (var (wrong, path) in Wrong(member.Value, member.WireName))
            {
                var json = Encoding.UTF8.GetBytes($$"""{ "{{member.WireName}}": {{wrong}} }""");
                Assert.Equal(path, Assert.Throws<WireException>(() => AnyStructure.Read(shape, json)).Path);
            }
        }
    }

    /// <summary>JSON of each type that the value does not take, and where the error is.</summary>
    private static IEnumerable<(string Json, string Path)> Wrong(ValueShape value, string path)
    {
        if (value.Kind != ValueKind.Document && value.Kind is not (ValueKind.Structure or ValueKind.Map)) yield return ("{}", path);
        if (value.Kind is not (ValueKind.Document or ValueKind.List)) yield return ("[]", path);
        if (value.Kind is not (ValueKind.Document or ValueKind.String)) yield return ("\"text\"", path);
        if (value.Kind is not (ValueKind.Document or ValueKind.Boolean)) yield return ("true", path);
        if (value.Kind is not (ValueKind.Document or ValueKind.Integer or ValueKind.Long or ValueKind.Double or ValueKind.Timestamp)) yield return ("5", path);
        if (value.Element is null) yield break;
        foreach (var (json, inner) in Wrong(value.Element, value.Kind == ValueKind.List ? $"{path}[0]" : $"{path}.key"))
            yield return (value.Kind == ValueKind.List ? $"[{json}]" : $$"""{"key":{{json}}}""", inner);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("{")]
    [InlineData("""{"clusters""")]
    [InlineData("""{"clusters":["a" """)]
    [InlineData("""{"clusters":["a"]} x""")]
    [InlineData("""{"clusters":["a"]}{}""")]
    [InlineData("""{"clusters":["a",]}""")]
    [InlineData("""{'clusters':[]}""")]
    [InlineData("""{"clusters":["\ud800"]}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"unknown":[""")]
    public void What_is_not_JSON_says_so(string json) =>
        Assert.StartsWith("not JSON: ", Refused<DescribeClustersRequest>(json).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_Unicode_are_not_JSON()
    {
        byte[] json = [.. "{\"clusters\":[\""u8, 0xff, 0xfe, .. "\"]}"u8];
        Assert.StartsWith("not JSON: ", Assert.Throws<WireException>(() => WireJson.Read<DescribeClustersRequest>(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_type_behind_an_unknown_name_that_is_not_Unicode_still_has_its_path() =>
        Assert.Equal("cluster", Assert.Throws<WireException>(() => WireJson.Read<DescribeTasksRequest>([.. "{\""u8, 0xff, .. "\":1,\"cluster\":2}"u8])).Path);

    [Fact]
    public void JSON_that_is_nested_without_end_is_refused() =>
        Assert.StartsWith("not JSON: ", Refused<DescribeClustersRequest>("{\"unknown\":" + new string('[', 10_000)).Message, StringComparison.Ordinal);
}
