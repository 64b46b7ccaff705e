using System.Text.Json.Nodes;

namespace EcsTools.Tests.Fuzz;

/// <summary>Makes small changes to JSON: what a hand, or another program, may do to it.</summary>
internal static class FuzzMutation
{
    private static readonly string[] Odd =
    [
        "null", "0", "-1", "1", "2147483647", "-2147483648", "9007199254740993", "1e300", "true", "\"\"", "\"x\"", "\"RUNNING\"", "\"INACTIVE\"", "[]", "{}", "[null]", "\"\\u001b[2J\"",
        "\"2026-01-01T00:00:10+00:00\"", "\"9999-12-31T23:59:59Z\"", "\"arn:aws:ecs:us-east-1:123456789012:task/default/0123456789abcdef0123456789abcdef\"",
    ];

    /// <summary>Changes one or several places, and returns them.</summary>
    public static string Of(JsonNode node, Random random)
    {
        var places = new List<string>();
        for (var times = random.Next(3) == 0 ? 3 : 1; times > 0; times--) places.Add(Change(node, random));
        return string.Join(" and ", places);
    }

    private static string Change(JsonNode root, Random random)
    {
        // Down to a random depth: what has many members does not draw all changes to itself.
        var at = root;
        while (true)
        {
            var children = Children(at);
            if (children.Count == 0) return "";
            var (key, child) = children[random.Next(children.Count)];
            if (child is JsonObject or JsonArray && Children(child).Count > 0 && random.Next(8) > 0)
            {
                at = child;
                continue;
            }

            var place = $"{at.GetPath()} {key}";
            return $"{place} {Change(at, key, child, random)}";
        }
    }

    private static string Change(JsonNode parent, object key, JsonNode? child, Random random)
    {
        var kind = random.Next(5);
        var value = kind == 4 && child is not null ? child.DeepClone() : JsonNode.Parse(Odd[random.Next(Odd.Length)]);
        switch (parent)
        {
            case JsonObject members when kind == 0: members.Remove((string)key); break;
            case JsonObject members: members[kind == 4 ? (string)key + "x" : (string)key] = value; break;
            case JsonArray items when kind == 0: items.RemoveAt((int)key); break;
            case JsonArray items when kind == 4: items.Add(value); break;
            case JsonArray items: items[(int)key] = value; break;
        }

        return kind == 0 ? "removed" : kind == 4 ? "doubled" : $"= {value?.ToJsonString() ?? "null"}";
    }

    private static List<(object Key, JsonNode? Value)> Children(JsonNode? node) => node switch
    {
        JsonObject members => [.. members.Select(member => ((object)member.Key, member.Value))],
        JsonArray items => [.. items.Select((item, index) => ((object)index, item))],
        _ => [],
    };
}
