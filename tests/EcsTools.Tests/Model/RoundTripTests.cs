using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

public class RoundTripTests
{
    private const int Instances = 50;

    [Fact]
    public void Every_structure_survives_writing_and_reading()
    {
        foreach (var shape in AllStructures.Shapes.Concat(AllStructures.OfOtherServices))
            RandomStructures.Of(shape).Try(original => Alike.Are(original, AnyStructure.Read(shape, WireJson.ToBytes(original))), iter: Instances, print: Print);
    }

    [Fact]
    public void Indented_JSON_reads_the_same()
    {
        var shape = Operations.RegisterTaskDefinition.Request;
        RandomStructures.Of(shape).Try(original => Alike.Are(original, AnyStructure.Read(shape, WireJson.ToBytes(original, indented: true))), iter: Instances, print: Print);
    }

    [Fact]
    public void Unknown_members_are_skipped_at_every_depth()
    {
        foreach (var shape in AllStructures.Shapes)
        {
            Gen.Select(RandomStructures.Of(shape), RandomStructures.AnyJson).Try(
                (original, unknown) => Alike.Are(original, AnyStructure.Read(shape, WithUnknown(original, unknown))), iter: Instances, print: t => Print(t.Item1) + t.Item2);
        }
    }

    [Fact]
    public void A_clone_is_the_same_but_shares_nothing()
    {
        var service = new Service { ServiceName = "web", Deployments = [new Deployment { Id = "ecs-svc/1" }] };
        var clone = service.Copy();
        Assert.True(Alike.Are(service, clone));
        clone.Deployments![0].Id = "ecs-svc/2";
        Assert.Equal("ecs-svc/1", service.Deployments[0].Id);
    }

    [Fact]
    public void A_request_is_read_by_its_operation() => RandomStructures.Of(Operations.RunTask.Request).Try(
        original => Alike.Are(original, Operations.Find("RunTask")!.ReadRequest(WireJson.ToBytes(original))), iter: Instances, print: Print);

    /// <summary>The JSON of a structure, in which every structure has one unknown member.</summary>
    private static byte[] WithUnknown(IStructure structure, string unknown)
    {
        var json = JsonNode.Parse(WireJson.ToBytes(structure))!;
        AddUnknown(json, structure.GetShape(), unknown);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private static void AddUnknown(JsonNode json, StructureShape shape, string unknown)
    {
        var members = json.AsObject();
        foreach (var (name, value) in members.ToList()) AddUnknown(value!, shape.Find(name)!.Value, unknown);
        members.Insert(members.Count / 2, "notOfThisApi", JsonNode.Parse(unknown));
    }

    private static void AddUnknown(JsonNode json, ValueShape shape, string unknown)
    {
        switch (shape.Kind)
        {
            case ValueKind.Structure: AddUnknown(json, shape.Structure, unknown); break;
            case ValueKind.List: foreach (var item in json.AsArray()) AddUnknown(item!, shape.Element!, unknown); break;
            default: break; // maps and documents have no members that could be unknown
        }
    }

    private static string Print(IStructure structure) => $"{structure.GetShape().Name} {WireJson.ToText(structure)}";
}
