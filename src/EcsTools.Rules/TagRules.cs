using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Rules;

/// <summary>Tags of any resource.</summary>
internal sealed partial class TagRules : RuleMaking<IReadOnlyList<Tag>>
{
    private const int Max = 50, LongestKey = 128, LongestValue = 256;

    /// <summary>Operations on task definitions answer with another type of error.</summary>
    public static Rule<IReadOnlyList<Tag>> HaveValues { get; } = Recorded(
        "A tag has a value, which can be empty.", "Tag value can not be null.", "Set value, for example to an empty string.",
        all => Broken(all, tag => tag.Value is null)) with { Error = InvalidParameter };

    public static IReadOnlyList<Rule<IReadOnlyList<Tag>>> All { get; } =
    [
        Refused(
            "A tag's key has 1 to 128 characters.", $"Tag keys must have 1 to {LongestKey} characters.", "Shorten the key.",
            all => Broken(all, tag => tag.Key is not { Length: > 0 and <= LongestKey })),
        HaveValues,
        Refused(
            "A tag's value has 256 characters at most.", $"Tag values must have at most {LongestValue} characters.", "Shorten the value.",
            all => Broken(all, tag => tag.Value is { Length: > LongestValue })),
        Refused(
            "A tag's key and value have letters, digits, spaces and the characters _ . : / = + - @ only.",
            "Tag keys and values can only have letters, digits, spaces and _ . : / = + - @.",
            "Replace the other characters.",
            all => Broken(all, tag => !Allowed().IsMatch(tag.Key + tag.Value))),
        Refused(
            "A tag's key doesn't begin with aws:.", "Tag keys that begin with aws: are kept for AWS.", "Choose another key.",
            all => Broken(all, tag => tag.Key?.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) == true)),
        Refused(
            "Each tag has another key.", "Duplicate tag keys found. Tag keys must be unique.", "Remove one of the tags {0:key}.",
            all => Repeated(all.Select(tag => ($"tags[{tag.Key}]", tag.Key)))),
        Refused(
            "A resource has 50 tags at most.", $"Tags can not have more than {Max} elements.", "Remove some of the {0:count} tags.",
            all => When(all.Count > Max, "tags", $"{all.Count}")),
    ];

    private static Rule<IReadOnlyList<Tag>> Refused(
        string condition, string text, string advice, Func<IReadOnlyList<Tag>, IEnumerable<Breach>> find) =>
        Documented(condition, text, advice, find) with { Error = InvalidParameter };

    private static IEnumerable<Breach> Broken(IReadOnlyList<Tag> all, Func<Tag, bool> isBroken) =>
        all.Where(isBroken).Select(tag => new Breach($"tags[{tag.Key}]"));

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex Allowed();
}
