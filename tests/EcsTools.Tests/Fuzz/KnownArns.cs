using System.Text.RegularExpressions;

namespace EcsTools.Tests.Fuzz;

/// <summary>The ARNs that answers have named, for requests that name things by kind: <c>«task:3»</c>.</summary>
internal sealed partial class KnownArns
{
    private const int Kept = 20;

    private readonly Dictionary<string, List<string>> byKind = [];

    public string Resolve(string body) => Reference().Replace(body, reference =>
        byKind.TryGetValue(reference.Groups[1].Value, out var known) ? known[int.Parse(reference.Groups[2].Value) % known.Count] : "arn:aws:ecs:us-east-1:123456789012:" + reference.Groups[1].Value + "/default/gone");

    public void Learn(string answer)
    {
        foreach (Match match in Arn().Matches(answer))
        {
            if (!byKind.TryGetValue(match.Groups[1].Value, out var known)) byKind.Add(match.Groups[1].Value, known = []);
            if (!known.Contains(match.Value)) known.Insert(0, match.Value); // the newest are the likeliest to be there
            if (known.Count > Kept) known.RemoveAt(Kept);
        }
    }

    [GeneratedRegex("«([a-z-]+):([0-9]+)»")]
    private static partial Regex Reference();

    [GeneratedRegex("""arn:aws:ecs:[a-z0-9-]+:[0-9]+:([a-z-]+)/[^"\\ )]+""")]
    private static partial Regex Arn();
}
