using System.Text;
using System.Text.RegularExpressions;

namespace EcsTools.Text;

/// <summary>
/// Texts as they may be shown. Anybody who may stop a task writes texts that other people's terminals show: a control character in them
/// must not act there. Passwords are not shown.
/// </summary>
internal static partial class Shown
{
    private const string Hidden = "***";

    /// <summary>A text whose control characters are visible signs, and whose URLs have no user info. Line ends and tabs stay.</summary>
    public static string Text(string text)
    {
        var signs = Unseen().IsMatch(text)
            ? Unseen().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), unseen => Sign(unseen.ValueSpan[0]))
            : text;
        return signs.Contains("://", StringComparison.Ordinal) ? UserInfo().Replace(signs, Hidden) : signs;
    }

    /// <summary>A URL without its user name and password, whether or not it names a scheme.</summary>
    public static string? Url(string? url)
    {
        var at = url?.LastIndexOf('@') ?? -1;
        if (url is null || at < 0) return url;
        var slashes = url.IndexOf("//", StringComparison.Ordinal);
        return (slashes >= 0 && slashes < at ? url[..(slashes + 2)] : "") + Hidden + url[at..];
    }

    /// <summary>A value by what it is the value of: hidden where that sounds like a secret.</summary>
    public static string Value(string? name, string? value) => value is { Length: > 0 } && IsSecret(name) ? Hidden : value ?? "";

    /// <summary>The text in place of a hidden value.</summary>
    public static string HiddenValue => Hidden;

    /// <summary>Whether a name sounds as if it stood for a secret.</summary>
    public static bool IsSecret(string? name) => name is not null && Secret().IsMatch(name);

    private static string Sign(char unseen) => unseen switch
    {
        < ' ' => $"{(char)('\u2400' + unseen)}",
        '\u007f' => "\u2421",
        < '\u00a0' => $"\u241b{(char)(unseen - 0x40)}", // the same as ESC and a letter
        _ => $"<U+{(int)unseen:X4}>",
    };

    // Controls, marks that turn the direction of writing, and separators of lines.
    [GeneratedRegex(@"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"(?<=://)[^/?#\s@'""]+(?=@)")]
    private static partial Regex UserInfo();

    [GeneratedRegex(
        "passw|passphrase|pwd|secret|token|credential|(api|access|private|encryption|signing|license)[-_.]?key|auth(?!or)|conn(ection)?[-_.]?str|dsn$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
