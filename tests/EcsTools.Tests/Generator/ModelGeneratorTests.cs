using System.Reflection;
using Microsoft.CodeAnalysis;

namespace EcsTools.Tests.Generator;

public class ModelGeneratorTests
{
    private const string Facts = """
        {
          "operations": {
            "MakeThing": { "input": "MakeThingRequest", "output": "MakeThingResponse", "errors": [ "ClientException", "ServerException" ] },
            "ListThings": {
              "input": "ListThingsRequest",
              "output": "ListThingsResponse",
              "errors": [],
              "paginator": { "token": "nextToken", "limit": "maxResults", "items": "things" }
            }
          },
          "structures": {
            "MakeThingRequest": {
              "name": { "type": "string", "required": true },
              "secret": { "type": "string", "sensitive": true },
              "clientToken": { "type": "string", "token": true },
              "thing": { "type": "Thing" }
            },
            "MakeThingResponse": {},
            "ListThingsRequest": { "nextToken": { "type": "string" }, "maxResults": { "type": "integer" } },
            "ListThingsResponse": { "nextToken": { "type": "string" }, "things": { "type": "[Thing]" } },
            "SizeMiBRequest": { "min": { "type": "integer" }, "clientToken": { "type": "string" } },
            "Thing": {
              "text": { "type": "string" },
              "whole": { "type": "integer" },
              "big": { "type": "long" },
              "real": { "type": "double" },
              "flag": { "type": "boolean" },
              "time": { "type": "timestamp" },
              "any": { "type": "document" },
              "color": { "type": "Color" },
              "part": { "type": "Thing" },
              "size": { "type": "SizeMiBRequest" },
              "texts": { "type": "[string]" },
              "wholes": { "type": "[integer]" },
              "flags": { "type": "[boolean]" },
              "times": { "type": "[timestamp]" },
              "anies": { "type": "[document]" },
              "colors": { "type": "[Color]" },
              "parts": { "type": "[Thing]" },
              "grid": { "type": "[[integer]]" },
              "labels": { "type": "{string}" },
              "partsByName": { "type": "{Thing}" },
              "listsByName": { "type": "{[string]}" },
              "mapsInList": { "type": "[{string}]" }
            }
          },
          "enums": { "Color": [ "RED", "LIGHT_BLUE", "awsvpc", "X86_64", "1.3", "t4g", "radeon-pro-v520", "radeon_pro_v520", "a&b", "" ], "Empty": [] }
        }
        """;

    private const string Docs = """
        {
          "operations": { "MakeThing": "Makes a thing." },
          "structures": { "Thing": "A thing with <angles> & more." },
          "members": { "text": "Any text.", "whole": "A number\nin two lines." },
          "own": { "Thing.big": "The thing's own big number." },
          "enums": { "Color": "The colours." }
        }
        """;

    /// <summary>Reads and writes a thing, as the tests cannot name its type.</summary>
    private const string Echo = """
        internal static class Echo
        {
            internal static string Thing(string json) => EcsTools.Model.WireJson.ToText(EcsTools.Model.WireJson.Read<EcsTools.Model.Thing>(System.Text.Encoding.UTF8.GetBytes(json)));
        }
        """;

    private static readonly TestBuild Build = TestBuild.OfModel(Facts, Docs, Echo);

    [Theory]
    [InlineData("Text", "string?")]
    [InlineData("Whole", "int?")]
    [InlineData("Big", "long?")]
    [InlineData("Real", "double?")]
    [InlineData("Flag", "bool?")]
    [InlineData("Time", "System.DateTime?")]
    [InlineData("Any", "System.Text.Json.JsonElement?")]
    [InlineData("Color", "string?")]
    [InlineData("Part", "EcsTools.Model.Thing?")]
    [InlineData("Texts", "System.Collections.Generic.List<string>?")]
    [InlineData("Wholes", "System.Collections.Generic.List<int>?")]
    [InlineData("Parts", "System.Collections.Generic.List<EcsTools.Model.Thing>?")]
    [InlineData("Grid", "System.Collections.Generic.List<System.Collections.Generic.List<int>>?")]
    [InlineData("Labels", "System.Collections.Generic.Dictionary<string, string>?")]
    [InlineData("ListsByName", "System.Collections.Generic.Dictionary<string, System.Collections.Generic.List<string>>?")]
    public void A_member_becomes_a_property(string property, string type)
    {
        var symbol = Build.Type("EcsTools.Model.Thing").GetMembers(property).OfType<IPropertySymbol>().Single();
        Assert.Equal(type, symbol.Type.ToDisplayString());
        Assert.NotNull(symbol.SetMethod);
    }

    [Theory]
    [InlineData("""{"text":"a","whole":-1,"big":9007199254740993,"real":0.1,"flag":false,"time":1.5,"color":"PURPLE"}""")]
    [InlineData("""{"any":{"a":[1,null]},"part":{"part":{}},"size":{"min":3}}""")]
    [InlineData("""{"texts":["a","b"],"wholes":[1,2],"flags":[true,false],"times":[1,2.25],"anies":[1,"x",{}],"colors":["RED"],"parts":[{},{"whole":1}]}""")]
    [InlineData("""{"grid":[[1,2],[],[3]],"labels":{"a":"b"},"partsByName":{"p":{"text":"x"}},"listsByName":{"l":["x"],"m":[]},"mapsInList":[{"a":"b"},{}]}""")]
    [InlineData("{}")]
    public void Readers_and_writers_are_each_other_s_reverse(string json) =>
        Assert.Equal(json, Build.Load().GetType("Echo")!.GetMethod("Thing", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [json]));

    [Theory]
    [InlineData("RED", "Red")]
    [InlineData("LIGHT_BLUE", "LightBlue")]
    [InlineData("awsvpc", "Awsvpc")]
    [InlineData("X86_64", "X8664")]
    [InlineData("1.3", "Value13")]
    [InlineData("t4g", "T4g")]
    [InlineData("radeon-pro-v520", "RadeonProV520")]
    [InlineData("a&b", "AB")]
    [InlineData("", "Value")]
    public void An_enum_s_value_becomes_a_constant(string value, string name) =>
        Assert.Equal(value, Build.Type("EcsTools.Model.Color").GetMembers(name).OfType<IFieldSymbol>().Single().ConstantValue);

    [Fact]
    public void Values_that_differ_in_punctuation_alone_share_a_constant_but_stay_values()
    {
        var color = Build.Load().GetType("EcsTools.Model.Color")!;
        Assert.Equal(["RED", "LIGHT_BLUE", "awsvpc", "X86_64", "1.3", "t4g", "radeon-pro-v520", "radeon_pro_v520", "a&b", ""], (IEnumerable<string>)color.GetProperty("Values")!.GetValue(null)!);
        Assert.Equal(9, color.GetFields().Length);
    }

    [Fact]
    public void Required_and_sensitive_members_are_marked_in_the_shape()
    {
        var source = Build.Source("MakeThingRequest.g.cs");
        Assert.Contains("\"Name\", ValueShape.String, isRequired: true)", source, StringComparison.Ordinal);
        Assert.Contains("\"Secret\", ValueShape.String, isSensitive: true)", source, StringComparison.Ordinal);
        Assert.Contains("\"Thing\", ValueShape.Of<global::EcsTools.Model.Thing>())", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MakeThingRequest", true)]
    [InlineData("ListThingsRequest", false)]
    [InlineData("SizeMiBRequest", false)] // in spite of its name no operation's request
    public void A_request_with_a_token_is_idempotent(string structure, bool isIdempotent) =>
        Assert.Equal(isIdempotent, Build.Type($"EcsTools.Model.{structure}").AllInterfaces.Any(i => i.Name == "IIdempotentRequest"));

    [Theory]
    [InlineData("MakeThing", "EcsTools.Model.Operation<EcsTools.Model.MakeThingRequest, EcsTools.Model.MakeThingResponse>")]
    [InlineData("ListThings", "EcsTools.Model.PagedOperation<EcsTools.Model.ListThingsRequest, EcsTools.Model.ListThingsResponse, EcsTools.Model.Thing>")]
    public void An_operation_has_its_place_in_the_table(string name, string type) =>
        Assert.Equal(type, Build.Type("EcsTools.Model.Operations").GetMembers(name).OfType<IPropertySymbol>().Single().Type.ToDisplayString());

    [Theory]
    [InlineData("Thing", null, "A thing with <angles> & more.")]
    [InlineData("Thing", "Text", "Any text.")]
    [InlineData("Thing", "Whole", "A number in two lines.")]
    [InlineData("Thing", "Big", "The thing's own big number.")]
    [InlineData("Thing", "Real", "The member real.")]
    [InlineData("MakeThingRequest", null, "The request of MakeThing. Makes a thing.")]
    [InlineData("MakeThingResponse", null, "The response of MakeThing.")]
    [InlineData("SizeMiBRequest", null, "The structure SizeMiBRequest.")]
    [InlineData("Color", null, "The colours.")]
    [InlineData("Empty", null, "The values of Empty.")]
    [InlineData("Operations", "MakeThing", "Makes a thing.")]
    [InlineData("Operations", "ListThings", "The operation ListThings.")]
    public void Descriptions_become_documentation(string type, string? member, string summary)
    {
        ISymbol symbol = Build.Type($"EcsTools.Model.{type}");
        if (member is not null) symbol = ((INamedTypeSymbol)symbol).GetMembers(member).Single();
        Assert.Equal(summary, System.Xml.Linq.XElement.Parse(symbol.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!).Element("summary")!.Value);
    }

    [Fact]
    public void Without_descriptions_the_model_is_made_all_the_same()
    {
        var build = TestBuild.OfModel(Facts);
        Assert.NotNull(build.Load().GetType("EcsTools.Model.Thing"));
        Assert.Contains("<summary>The structure Thing.</summary>", build.Source("Thing.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_is_not_the_model_s_gets_no_model() =>
        Assert.Empty(TestBuild.OfModel(Facts, generate: "Cmdlets").Generated.GeneratedSources);

    [Fact]
    public void An_edit_elsewhere_makes_nothing_again()
    {
        var again = Build.After(compilation => compilation.AddSyntaxTrees(TestBuild.Parse("class Unrelated;")));
        Assert.Equal([IncrementalStepRunReason.Cached], again.OutputReasons.Distinct());
        Assert.Equal(Build.Source("Thing.g.cs"), again.Source("Thing.g.cs"));
    }

    [Theory]
    [InlineData("\"min\": { \"type\": \"integer\" }", "\"min\": { \"type\": \"long\" }", "SizeMiBRequest.g.cs")]
    [InlineData("\"awsvpc\", ", "", "Color.g.cs")]
    [InlineData("\"ServerException\"", "\"OtherException\"", "Operations.g.cs")]
    public void An_edit_of_the_model_makes_again_what_it_changes_alone(string before, string after, string made)
    {
        var again = Build.WithFacts(Facts.Replace(before, after, StringComparison.Ordinal));
        Assert.Single(again.OutputReasons, reason => reason != IncrementalStepRunReason.Cached);
        Assert.Equal([made], again.Generated.GeneratedSources.Where(source => source.SourceText.ToString() != Build.Source(source.HintName)).Select(source => source.HintName));
    }
}
