using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace EcsTools.Host;

/// <summary>A script's path and the words after it, as the PowerShell that calls it: <c>-Port 8080 -Force -Wait:$false more</c>.</summary>
internal static partial class ScriptCall
{
    /// <summary>A script that <c>exit</c>s leaves its code to its caller, which here passes it on.</summary>
    public static string ToText(string path, IEnumerable<string> words) =>
        $"& {string.Join(' ', words.Select(ToArgument).Prepend(Quote(path)))}; if (-not $?) {{ exit ($LASTEXITCODE ?? {ExitCode.Failure}) }}";

    /// <summary>Names and the three constants stay bare for the binder; every other word is a string and nothing but a string.</summary>
    private static string ToArgument(string word)
    {
        Match named = ParameterName().Match(word);
        string value = word[named.Length..];
        return named.Value + (value switch
        {
            "" when named.Success => "",
            _ when named.Success && Constant().IsMatch(value) => value,
            _ => Quote(value),
        });
    }

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"^-[\p{L}_][\w-]*(:|$)")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^\$(true|false|null)$", RegexOptions.IgnoreCase)]
    private static partial Regex Constant();
}
