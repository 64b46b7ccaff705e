using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>
/// Replaces the placeholders of a recommendation, such as <c>&lt;cluster&gt;</c>, by the names in the request that failed.
/// </summary>
internal static partial class AdviceNames
{
    /// <summary>The members of requests that have the name for a placeholder.</summary>
    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["cluster"] = ["cluster"],
        ["service"] = ["service", "serviceName", "serviceArn"],
        ["gateway"] = ["gateway"],
        ["family"] = ["taskDefinition", "family"],
    };

    /// <summary>The recommendation with names. Without a cluster in the request, -Cluster is omitted; other placeholders remain.</summary>
    public static string Fill(string advice, IStructure? request) => Placeholder().Replace(advice, placeholder =>
        Name(request, placeholder.Groups["name"].Value) is { } name ? placeholder.Groups["parameter"].Value + name
        : placeholder.Groups["parameter"].Value == " -Cluster " ? "" : placeholder.Value);

    private static string? Name(
        IStructure? request, string placeholder) => request is null || !Members.TryGetValue(placeholder, out var members)
        ? null
        : members
            .Select(member => request.GetShape().Find(member)?.Get(request) as string)
            .FirstOrDefault(name => name is { Length: > 0 }) is { } found ? EcsArn.IdOf(found).Split(':')[0] : null;

    [GeneratedRegex("(?<parameter> -Cluster |)<(?<name>[a-z]+)>")]
    private static partial Regex Placeholder();
}
