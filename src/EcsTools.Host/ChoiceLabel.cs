using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>A choice such as <c>Yes to &amp;All</c>: the character after the ampersand picks it.</summary>
internal sealed class ChoiceLabel
{
    public ChoiceLabel(string label)
    {
        int mark = label.IndexOf('&');
        Name = mark < 0 ? label : label.Remove(mark, 1);
        Key = mark >= 0 && mark + 1 < label.Length ? char.ToUpperInvariant(label[mark + 1]).ToString() : Name;
    }

    public string Name { get; }

    public string Key { get; }

    public bool Matches(string answer) =>
        answer.Equals(Key, StringComparison.OrdinalIgnoreCase) || answer.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The question's last line: <c>[Y] Yes  [N] No  [?] Help (default is "Y"): </c></summary>
    public static string Line(IReadOnlyList<ChoiceLabel> labels, int defaultChoice)
    {
        IEnumerable<string> choices = labels.Select((label, index) => index == defaultChoice
            ? $"{PSStyle.Instance.Foreground.BrightYellow}[{label.Key}] {label.Name}{PSStyle.Instance.Reset}"
            : $"[{label.Key}] {label.Name}");
        string hint = defaultChoice >= 0 ? $" (default is \"{labels[defaultChoice].Key}\")" : "";
        return $"{string.Join("  ", choices)}  [?] Help{hint}: ";
    }
}
