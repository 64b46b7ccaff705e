using System.Management.Automation;

namespace EcsTools.Completion;

/// <summary>Something that a word may become.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="ToolTip">What is said about it; null says the text again.</param>
internal sealed record Candidate(string Text, string? ToolTip = null);

/// <summary>Candidates as PowerShell wants them.</summary>
internal static class Completions
{
    /// <summary>The candidates that the word begins, or that it matches where it has wildcards; quoted where the language needs it.</summary>
    public static IEnumerable<CompletionResult> Of(IEnumerable<Candidate> candidates, string? word)
    {
        var typed = (word ?? "").Trim('\'', '"');
        var pattern = WildcardPattern.Get(typed + "*", WildcardOptions.IgnoreCase);
        return candidates.Where(c => pattern.IsMatch(c.Text))
            .Select(c => new CompletionResult(Quote(c.Text), c.Text, CompletionResultType.ParameterValue, c.ToolTip ?? c.Text));
    }

    private static string Quote(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/') ? text : $"'{text.Replace("'", "''")}'";
}
