using System.Text;
using System.Text.RegularExpressions;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>A file with environment variables, as Docker, Compose and most frameworks read it: <c>.env</c>.</summary>
internal static partial class EnvironmentFile
{
    /// <summary>The variables in a file.</summary>
    /// <exception cref="EcsException">The file can't be read, or has a line that isn't a variable.</exception>
    public static Dictionary<string, string?> Read(EcsCmdlet command, string file)
    {
        try
        {
            return Parse(InputDocument.TextOf(RequestFile.PathOf(command, file)), file);
        }
        catch (BindingException e)
        {
            throw new EcsException("InvalidEnvironmentFile", $"{file}: {e.Message}.", e);
        }
        catch (Exception e) when (RequestFile.IsUnreadable(e))
        {
            throw new EcsException("EnvironmentFileUnreadable", $"{file}: {RequestFile.Problem(e)}.", e);
        }
    }

    /// <summary>The variables in a text. If a name occurs twice, the last one counts.</summary>
    /// <exception cref="EcsException">A line isn't a variable.</exception>
    internal static Dictionary<string, string?> Parse(string text, string file)
    {
        var variables = new Dictionary<string, string?>();
        var rest = text.ReplaceLineEndings("\n");
        while (rest.Length > 0)
        {
            var line = Line().Match(rest);
            if (!line.Success)
                throw new EcsException(
                    "InvalidEnvironmentFile",
                    $"{file}, line {1 + text.ReplaceLineEndings("\n")[..^rest.Length].Count(c => c == '\n')}: expected NAME=value.");
            if (line.Groups["name"].Value is { Length: > 0 } name) variables[name] = Value(line);
            rest = rest[line.Length..];
        }

        return variables;
    }

    private static string Value(Match line) =>
        line.Groups["double"] is { Success: true } quoted ? Unescaped(quoted.Value)
        : line.Groups["single"] is { Success: true } literal ? literal.Value
        : line.Groups["bare"].Value.Trim();

    private static string Unescaped(string text) => Escape().Replace(text, escape => escape.Groups[1].Value switch
    {
        "n" => "\n",
        "r" => "\r",
        "t" => "\t",
        var other => other,
    });

    /// <summary>
    /// A variable with its value, which may have several lines in quotes; or a line without one. A comment begins at the start, or after a
    /// space.
    /// </summary>
    [GeneratedRegex("""
        \A(?:
          [ \t]*(?:export[ \t]+)?(?<name>[^\s=\#'"]+)[ \t]*=[ \t]*
          (?:"(?<double>(?:[^"\\]|\\.)*)"[ \t]*(?:\#[^\n]*)? | '(?<single>[^']*)'[ \t]*(?:\#[^\n]*)? | (?<bare>(?!["'])(?:[^\n\#]|(?<![ \t=])\#)*)(?:\#[^\n]*)?)
          | [ \t]*(?:\#[^\n]*)?
        )(?:\n|\z)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\\(.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
