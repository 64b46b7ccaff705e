using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Something that a word may become.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="ToolTip">The tooltip; null for the text.</param>
/// <param name="Arn">Its ARN, for parameters that take nothing shorter.</param>
/// <param name="Label">The text in the list, which can also be typed; null for the text.</param>
internal sealed record Candidate(string Text, string? ToolTip = null, string? Arn = null, string? Label = null)
{
    /// <summary>A resource with an ARN, by its name.</summary>
    public static Candidate Of(string arn, string? toolTip = null) => new(EcsArn.IdOf(arn), toolTip ?? arn, arn);

    /// <summary>The same, inserted as its ARN where it has one.</summary>
    public Candidate ByArn() => Arn is null ? this : this with { Text = Arn, Label = Text };
}

/// <summary>Candidates in PowerShell's format.</summary>
internal static class Completions
{
    /// <summary>
    /// The candidates that the word begins, or that it matches where it has wildcards; quoted where the language needs it.
    /// </summary>
    public static IEnumerable<CompletionResult> Of(IEnumerable<Candidate> candidates, string? word)
    {
        var typed = (word ?? "").Trim('\'', '"');
        var pattern = NamePatterns.Pattern(typed + "*");
        return candidates.Where(c => pattern.IsMatch(c.Text) || (c.Label is not null && pattern.IsMatch(c.Label)))
            .Select(c =>
                new CompletionResult(
                    Quote(c.Text),
                    c.Label ?? c.Text,
                    CompletionResultType.ParameterValue,
                    string.IsNullOrEmpty(c.ToolTip) ? c.Text : c.ToolTip));
    }

    private static string Quote(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/') ? text : $"'{text.Replace("'", "''")}'";
}
