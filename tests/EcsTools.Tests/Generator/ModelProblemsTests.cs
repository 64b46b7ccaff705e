using System.Globalization;

namespace EcsTools.Tests.Generator;

/// <summary>A wrong entry of a model file stops the build with an error that names it and stands at its line.</summary>
public class ModelProblemsTests
{
    private const string Good = """
        {
          "operations": {
            "MakeThing": {
              "input": "MakeThingRequest",
              "output": "Thing",
              "errors": []
            },
            "ListThings": {
              "input": "ListThingsRequest",
              "output": "ListThingsResponse",
              "errors": [],
              "paginator": { "token": "nextToken", "limit": "maxResults", "items": "things" }
            }
          },
          "structures": {
            "MakeThingRequest": {
              "thing": { "type": "Thing" },
              "type": { "type": "string" }
            },
            "ListThingsRequest": { "nextToken": { "type": "string" }, "maxResults": { "type": "integer" } },
            "ListThingsResponse": {
              "nextToken": { "type": "string" },
              "things": { "type": "[Thing]" }
            },
            "Thing": {
              "color": { "type": "Color" },
              "name": { "type": "string" }
            }
          },
          "enums": {
            "Color": [ "RED" ]
          }
        }
        """;

    private static IEnumerable<string> Problems(string facts, string? docs = null) => TestBuild.OfModel(facts, docs).Problems
        .Select(problem => string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(problem.Location.GetLineSpan().Path)}({problem.Location.GetLineSpan().StartLinePosition.Line + 1}): {problem.Severity} {problem.Id}: {problem.GetMessage(CultureInfo.InvariantCulture)}"));

    private static string Broken(string right, string wrong)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        return Good.Replace(right, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_model_has_none() => Assert.Empty(Problems(Good, "{}"));

    [Theory]
    [InlineData("\"type\": \"Color\"", "\"type\": \"Colour\"", 26, "structures.Thing.color: unknown type 'Colour'; did you mean 'Color'?")]
    [InlineData("\"type\": \"Color\"", "\"type\": \"strng\"", 26, "structures.Thing.color: unknown type 'strng'; did you mean 'string'?")]
    [InlineData("\"type\": \"Color\"", "\"type\": \"Unheard\"", 26, "structures.Thing.color: unknown type 'Unheard'")]
    [InlineData("\"type\": \"Color\"", "\"type\": \"{[Thng]}\"", 26, "structures.Thing.color: unknown type 'Thng'; did you mean 'Thing'?")]
    [InlineData("\"type\": \"Color\"", "\"type\": \"[]\"", 26, "structures.Thing.color: has no type")]
    [InlineData("\"type\": \"Color\"", "\"required\": true", 26, "structures.Thing.color: has no type")]
    [InlineData("\"type\": \"Color\"", "\"type\": \"[Color\"", 26, "structures.Thing.color: the type '[Color' is not closed")]
    [InlineData("\"type\": \"Color\"", "\"type\": \"[Color}\"", 26, "structures.Thing.color: the type '[Color}' is not closed")]
    [InlineData("\"type\": \"Color\"", "\"type\": \"{\"", 26, "structures.Thing.color: the type '{' is not closed")]
    [InlineData("\"type\": { \"type\": \"string\" }", "\"type\": { \"type\": \"sting\" }", 18, "structures.MakeThingRequest.type: unknown type 'sting'; did you mean 'string'?")]
    [InlineData("\"input\": \"MakeThingRequest\"", "\"input\": \"MakeThingRequst\"", 4, "operations.MakeThing.input: unknown input 'MakeThingRequst'; did you mean 'MakeThingRequest'?")]
    [InlineData("\"output\": \"Thing\"", "\"output\": \"Color\"", 5, "operations.MakeThing.output: unknown output 'Color'")]
    [InlineData("\"output\": \"Thing\",", "", 3, "operations.MakeThing: unknown output ''")]
    [InlineData("\"items\": \"things\"", "\"items\": \"thing\"", 12, "operations.ListThings.paginator: ListThingsResponse has no items 'thing'; did you mean 'things'?")]
    [InlineData("\"items\": \"things\"", "\"items\": \"nextToken\"", 12, "operations.ListThings.paginator: 'nextToken' is not a list")]
    [InlineData("\"limit\": \"maxResults\"", "\"limit\": \"maxResult\"", 12, "operations.ListThings.paginator: ListThingsRequest has no limit 'maxResult'; did you mean 'maxResults'?")]
    [InlineData("\"token\": \"nextToken\", ", "", 12, "operations.ListThings.paginator: ListThingsRequest has no token ''")]
    [InlineData("\"output\": \"Thing\",", "\"output\": \"Thing\", \"batchSize\": 1,", 5, "operations.MakeThing.batchSize: is not a number from 2")]
    [InlineData("\"output\": \"Thing\",", "\"output\": \"Thing\", \"batchSize\": \"ten\",", 5, "operations.MakeThing.batchSize: is not a number from 2")]
    public void A_wrong_entry_is_named(string right, string wrong, int line, string message) =>
        Assert.Equal([$"ecs.json({line}): Error ECS001: {message}"], Problems(Broken(right, wrong)));

    [Theory]
    [InlineData("\"Color\" },", "\"Color\" }", 27, "structures.Thing.color: not JSON: expected ',' or '}'")]
    [InlineData("\"name\":", "\"color\":", 27, "structures.Thing.color: not JSON: the name is there twice")]
    [InlineData("\"name\":", "\"name\"", 27, "structures.Thing.name: not JSON: expected ':'")]
    [InlineData("\"name\":", "name:", 27, "structures.Thing.color: not JSON: expected a name")]
    [InlineData("\"Color\" },", "\"Color },", 26, "structures.Thing.color.type: not JSON: the text is not closed")]
    [InlineData("\"Color\" },", "Color },", 26, "structures.Thing.color.type: not JSON: expected a value")]
    [InlineData("\"Color\" },", "\"Co\\lor\" },", 26, "structures.Thing.color.type: not JSON: unknown escape")]
    [InlineData("\"RED\"", "\"RED\",", 31, "enums.Color: not JSON: expected a value")]
    [InlineData("\"RED\"", "\"RED\" \"BLUE\"", 31, "enums.Color: not JSON: expected ',' or ']'")]
    public void Where_the_text_stops_being_JSON_the_entry_is_named(string right, string wrong, int line, string message) =>
        Assert.Equal([$"ecs.json({line}): Error ECS001: {message}"], Problems(Broken(right, wrong)));

    [Theory]
    [InlineData("", "expected a value")]
    [InlineData("ecs", "expected a value")]
    [InlineData("\n", "expected a value")]
    [InlineData("{", "expected a name")]
    [InlineData("{} {}", "expected nothing more")]
    public void A_text_that_is_not_JSON_at_all_says_so(string facts, string problem)
    {
        var message = Assert.Single(Problems(facts));
        Assert.EndsWith($"Error ECS001: ecs.json: not JSON: {problem}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_section_is_named() => Assert.Equal(
        ["ecs.json(1): Error ECS001: enums: the section is missing", "ecs.json(26): Error ECS001: structures.Thing.color: unknown type 'Color'"],
        Problems(Broken("\"enums\":", "\"values\":")));

    [Fact]
    public void Several_problems_are_said_at_once() => Assert.Equal(
        ["ecs.json(26): Error ECS001: structures.Thing.color: unknown type 'Shade'", "ecs.json(5): Error ECS001: operations.MakeThing.output: unknown output 'Nothing'; did you mean 'Thing'?"],
        Problems(Broken("\"type\": \"Color\"", "\"type\": \"Shade\"").Replace("\"output\": \"Thing\"", "\"output\": \"Nothing\"", StringComparison.Ordinal)));

    [Fact]
    public void Texts_are_read_as_JSON_writes_them() => Assert.Contains(
        "public const string RedGreen = \"red\\tgreen\\u0001\\\\/\\\"\";",
        TestBuild.OfModel(Broken("\"RED\"", "\"\\u0072ed\\tgreen\\u0001\\\\\\/\\\"\"")).Source("Color.g.cs"), StringComparison.Ordinal);

    [Fact]
    public void A_file_of_descriptions_without_names_describes_nothing() => Assert.Empty(Problems(Good, "[[\"A.\", \"B.\"], {}]"));

    [Theory]
    [InlineData("{\n\"members\": {\n\"a\": \"A.\"\n\"b\": \"B.\" } }", 4, "members.a: not JSON: expected ',' or '}'")]
    [InlineData("{\n\"own\": {\n\"Thing.name\": \"A.\",\n\"Thing.name\": \"B.\" } }", 4, "own.Thing.name: not JSON: the name is there twice")]
    public void A_wrong_file_of_descriptions_is_named_too(string docs, int line, string message) =>
        Assert.Equal([$"ecs.docs.json({line}): Error ECS001: {message}"], Problems(Good, docs));
}
