using System.Globalization;
using System.Text.RegularExpressions;

namespace EcsTools.Tests.Cmdlets.Meaning;

/// <summary>The result of piping an object of a kind into a cmdlet, with names in place of generated IDs.</summary>
/// <param name="Kind">The kind of the object.</param>
/// <param name="Cmdlet">The cmdlet.</param>
/// <param name="Form">How the object came.</param>
/// <param name="Requests">What ECS was asked for.</param>
/// <param name="Output">The objects that were returned.</param>
/// <param name="Errors">The IDs of the errors.</param>
/// <param name="Text">The errors and their recommendations.</param>
internal sealed partial record Meant(string Kind, string Cmdlet, string Form, IReadOnlyList<string> Requests, IReadOnlyList<string> Output, string Errors, string Text)
{
    public string Pair => $"{Kind} | {Cmdlet}";

    /// <summary>Whether it was one error before ECS was asked for anything.</summary>
    public bool IsRefused => Requests.Count == 0 && Errors.Length > 0;

    /// <summary>The part that must be equal for all forms.</summary>
    public string Result => $"{Asked}{(Output.Count == 0 ? "" : $" => {string.Join(", ", Output)}")}{(Errors.Length == 0 ? "" : $" ! {Errors}")}".Trim();

    /// <summary>A forecast reads a whole cluster: which operations is enough of that.</summary>
    private string Asked => Requests.Count > 6
        ? $"{string.Join(", ", Requests.Select(request => request.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal))} in {string.Join(", ", Requests.SelectMany(request => Clusters().Matches(request)).Select(cluster => cluster.Groups[1].Value).Distinct().Order(StringComparer.Ordinal))}"
        : string.Join(" && ", Requests);

    public override string ToString() => $"{Pair} | {Form} | {Result}{(Text.Length == 0 ? "" : $" ({Text})")}";

    [GeneratedRegex("\"cluster\":\"(?:cluster/)?([^\"]*)\"")]
    private static partial Regex Clusters();
}

/// <summary>Reads what the shell wrote.</summary>
internal sealed partial class MeantReader(RecordingEcs ecs, IReadOnlyDictionary<string, string> labels)
{
    private const string Account = "arn:aws:ecs:us-east-1:123456789012:";

    public Meant Read(string line)
    {
        var parts = line[1..].Split('\u0001');
        var requests = ecs.Asked(int.Parse(parts[0], CultureInfo.InvariantCulture)).Select(request => Named(Left().Replace(request, "").Replace(",}", "}", StringComparison.Ordinal))).Order(StringComparer.Ordinal); // several go at once
        var output = parts[4].Split('\u0003', StringSplitOptions.RemoveEmptyEntries).Select(Named).Distinct().Order(StringComparer.Ordinal);
        return new(parts[1], parts[2], parts[3], [.. requests], [.. output], parts[5], Named(parts[6]));
    }

    private string Named(string text) => Ids().Replace(Arns().Replace(text, Label), "#").Replace(Account, "", StringComparison.Ordinal);

    private string Label(Match arn) => labels.GetValueOrDefault(arn.Value) ?? arn.Value;

    [GeneratedRegex("""arn:aws:ecs:us-east-1:123456789012:[\w/:-]+|ecs-svc/\d+""")]
    private static partial Regex Arns();

    [GeneratedRegex("[0-9a-f]{32}|ecs-svc/[0-9]+|(?<=At\":)[0-9.eE+]+")]
    private static partial Regex Ids();

    [GeneratedRegex("\"(clientToken|maxResults)\":(\"[^\"]*\"|[0-9]+),?")]
    private static partial Regex Left();
}
