namespace EcsTools.Tests.Fuzz;

/// <summary>One step of the fuzzer: it can be repeated, also if earlier steps are omitted.</summary>
/// <param name="What">An operation, or a control path as in <c>PUT /_local/behavior</c>.</param>
/// <param name="Body">The request body. <c>«task:3»</c> stands for the fourth ARN of a task that answers have named, and so for each kind.</param>
internal sealed record FuzzStep(string What, string Body)
{
    public bool IsOperation => !What.Contains(' ', StringComparison.Ordinal);

    /// <summary>As C#, for a test.</summary>
    public override string ToString() => $"new({Quoted(What)}, {Quoted(Body)}),";

    private static string Quoted(string text) =>
        "\"" + string.Concat(text.Select(letter => letter is '"' or '\\' ? $"\\{letter}" : char.IsControl(letter) || letter > '~' && letter is not ('«' or '»') ? $"\\u{(int)letter:x4}" : $"{letter}")) + "\"";
}
