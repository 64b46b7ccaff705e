using System.Globalization;
using System.Text.Json.Nodes;
using EcsTools.Model;

namespace EcsTools.Tests.Fuzz;

/// <summary>Random requests of any operation, from the model's shapes. Names are few, so that requests meet.</summary>
internal sealed class FuzzRequests(Random random)
{
    private const int Deepest = 4;

    private static readonly string[] Texts =
    [
        "app", "web", "x", "1", "80", "256", "512", "1024", "0.5 vCPU", "", " ", "us-east-1a", "i-0000000000000001", "ACTIVE", "RUNNING", "STOPPED", "attribute:ecs.availability-zone", "memberOf",
        "ecs.availability-zone", "arn:aws:iam::123456789012:role/r", "\u001b[2J\u001b]0;title\u0007", "ünï 🚀", "*", "null", "a/b", "s0", new('n', 300),
    ];

    private static readonly int[] Numbers = [0, 0, 1, 1, 1, 2, 2, 3, 5, 10, 60, 80, 100, 256, 512, -1, 5000, 5001, 65536, int.MaxValue, int.MinValue];

    public JsonObject Of(Operation operation) => Structure(operation.Request, 0);

    private JsonObject Structure(StructureShape shape, int depth)
    {
        var made = new JsonObject();
        foreach (var member in shape.Members)
        {
            if (random.Next(100) < (member.IsRequired ? 96 : depth == 0 ? 25 : 15)) made[member.WireName] = Value(member.Value, member.WireName, depth);
        }

        return made;
    }

    private JsonNode? Value(ValueShape value, string name, int depth) => value.Kind switch
    {
        ValueKind.String => value.Values.Count > 0 && random.Next(20) > 0 ? value.Values[random.Next(value.Values.Count)] : Text(name),
        ValueKind.Integer or ValueKind.Long => Numbers[random.Next(Numbers.Length)],
        ValueKind.Double => random.Next(4) == 0 ? -1.5 : random.Next(101),
        ValueKind.Boolean => random.Next(2) == 0,
        ValueKind.Timestamp => 1767225600 + random.Next(3600),
        ValueKind.Structure => depth >= Deepest ? new JsonObject() : Structure(value.Structure, depth + 1),
        ValueKind.List => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(value.Element!, name.TrimEnd('s'), depth))]),
        ValueKind.Map => new JsonObject(Enumerable.Range(0, random.Next(3)).Select(i => System.Collections.Generic.KeyValuePair.Create($"k{i}", Value(value.Element!, name, depth)))),
        _ => JsonNode.Parse("""{ "any": [1, null] }"""),
    };

    private string Text(string name) => random.Next(10) == 0 ? Texts[random.Next(Texts.Length)] : name switch
    {
        "cluster" or "clusterName" => Some("default", "default", "default", "c1", Arn("cluster")),
        "service" or "serviceName" => Some("s0", "s1", "s2", Arn("service")),
        "taskDefinition" or "family" or "familyPrefix" or "daemonTaskDefinition" => Some("web", "net", "f2", "web:1", "web:2", Arn("task-definition")),
        "task" => Arn("task"),
        "containerInstance" or "targetId" => Arn("container-instance"),
        "taskSet" or "primaryTaskSet" => Arn("task-set"),
        "capacityProvider" or "capacityProviderName" => Some("p1", "FARGATE", "FARGATE_SPOT", "mi"),
        "daemonName" => Some("d1", "d2"),
        "containerName" or "name" => Some("app", "side", "p1", "g1", "containerInsights", "serviceLongArnFormat"),
        "resourceArn" => Arn(Some("cluster", "service", "task", "task-definition", "container-instance", "capacity-provider", "daemon", "gateway")),
        "nextToken" => Some("1", "x"),
        _ when name.EndsWith("Arn", StringComparison.Ordinal) => Arn(Kebab(name[..^3])),
        _ when name.EndsWith("Arns", StringComparison.Ordinal) => Arn(Kebab(name[..^4])),
        _ => Texts[random.Next(Texts.Length)],
    };

    private string Some(params string[] choices) => choices[random.Next(choices.Length)];

    private string Arn(string kind) => $"«{kind}:{random.Next(20).ToString(CultureInfo.InvariantCulture)}»";

    private static string Kebab(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
