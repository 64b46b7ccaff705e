using System.Globalization;
using System.Text.Json.Nodes;

namespace EcsTools.Tests.Local;

/// <summary>Tasks of several containers, and what becomes of each of these over time.</summary>
internal static class Followed
{
    /// <summary>Registers the family "web" of these containers, each with its name and other settings, and runs a task of it.</summary>
    public static async Task<string> Run(LocalEcs ecs, params (string Name, string More)[] containers)
    {
        await ecs.Instances(1);
        await Register(ecs, containers);
        return (string)(await ecs.Call("RunTask", """{ "taskDefinition": "web" }"""))["tasks"]![0]!["taskArn"]!;
    }

    public static Task<JsonNode> Register(LocalEcs ecs, params (string Name, string More)[] containers) =>
        ecs.Call("RegisterTaskDefinition", $$"""{ "family": "web", "containerDefinitions": [{{string.Join(",", containers.Select(Container))}}] }""");

    /// <summary>Lets time pass and gives each change of a container or of the task, with the second of its happening: <c>3.5 app RUNNING</c>.</summary>
    public static async Task<List<string>> Passage(LocalEcs ecs, string task, double seconds)
    {
        var seen = new List<string>();
        var last = new Dictionary<string, string>();
        for (var at = 0.0; at <= seconds; at += 0.5)
        {
            var described = await ecs.Task(task);
            foreach (var container in described["containers"]!.AsArray()) See((string)container!["name"]!, Status(container));
            See("task", $"{(string)described["lastStatus"]!}{Health(described)}");
            ecs.Advance(0.5);

            void See(string name, string status)
            {
                if (last.GetValueOrDefault(name) == status) return;
                if (last.ContainsKey(name)) seen.Add(string.Create(CultureInfo.InvariantCulture, $"{at} {name} {status}"));
                last[name] = status;
            }
        }

        return seen;
    }

    private static string Status(JsonNode container) =>
        $"{(string)container["lastStatus"]!}{((int?)container["exitCode"] is { } code ? $" {code}" : "")}{Health(container)}";

    private static string Health(JsonNode thing) => (string?)thing["healthStatus"] is { } health and not "UNKNOWN" ? $" {health}" : "";

    private static string Container((string Name, string More) container) =>
        $$"""{ "name": "{{container.Name}}", "image": "{{container.Name}}:1", "memory": 10 {{container.More}} }""";
}
