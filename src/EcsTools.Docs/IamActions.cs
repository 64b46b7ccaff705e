using System.Text.RegularExpressions;

namespace EcsTools.Docs;

/// <summary>
/// The IAM actions that a cmdlet needs, from which users write their policies: always, and in addition with -Wait and with -WhatIf.
/// </summary>
public sealed partial record IamActions(IReadOnlyList<string> Always, IReadOnlyList<string> WithWait, IReadOnlyList<string> WithWhatIf)
{
    private const string Begin = "IAM actions: ";
    private const string Waiting = "IAM actions with -Wait, in addition: ";
    private const string Predicting = "IAM actions with -WhatIf, in addition: ";

    /// <summary>
    /// The actions of a cmdlet whose calls were recorded, and those that its code lists because its examples don't reach them.
    /// </summary>
    public static IamActions Of(CommandFacts command, IEnumerable<RecordedCall> recorded)
    {
        List<RecordedCall> calls = [.. recorded, .. command.Calls];
        var waits = command.Parameters.Any(parameter => parameter.Name == "Wait");
        var always = Sorted(calls
            .Where(call => call.Purpose == CallPurpose.Command || (call.Purpose == CallPurpose.Wait && !waits))
            .Select(call => call.Action));
        return new(always, Rest(CallPurpose.Wait), Rest(CallPurpose.WhatIf));

        List<string> Rest(CallPurpose purpose) =>
            Sorted(calls.Where(call => call.Purpose == purpose).Select(call => call.Action).Except(always));
    }

    /// <summary>The actions on a page.</summary>
    public static IamActions In(string page)
    {
        var actions = page[Math.Max(IndexIn(page), 0)..];
        return new(Line(actions, Begin), Line(actions, Waiting), Line(actions, Predicting));
    }

    /// <summary>The index of the actions in the notes of a page; -1 if the page doesn't have them yet.</summary>
    public static int IndexIn(string notes) => notes.LastIndexOf(Begin, StringComparison.Ordinal);

    /// <summary>The paragraphs at the end of a page's notes.</summary>
    public override string ToString() => string.Join("\n\n", new[]
    {
        Begin + (Always.Count > 0 ? Joined(Always) : "none."),
        WithWait.Count > 0 ? Waiting + Joined(WithWait) : "",
        WithWhatIf.Count > 0 ? Predicting + Joined(WithWhatIf) : "",
    }.Where(line => line.Length > 0));

    private static string Joined(IReadOnlyList<string> actions) => $"{string.Join(", ", actions)}.";

    private static List<string> Line(string text, string begin) =>
        [.. Action()
            .Matches(text.Split('\n').FirstOrDefault(line => line.StartsWith(begin, StringComparison.Ordinal)) ?? "")
            .Select(action => action.Value)];

    private static List<string> Sorted(IEnumerable<string> actions) => [.. actions.Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("[a-z0-9]+:[A-Z][A-Za-z0-9]+")]
    private static partial Regex Action();
}
