using System.Text;

namespace EcsTools.Model.Sessions;

/// <summary>
/// Splits a command line into words as the agent in the container does: quotes and backslashes, but no variables and no pipes.
/// </summary>
internal static class CommandWords
{
    public static IReadOnlyList<string> Split(string line)
    {
        var (words, word, quote) = (new List<string>(), (StringBuilder?)null, '\0');
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote == '\'' ? c != '\'' : quote == '"' && c is not ('"' or '\\')) word!.Append(c);
            else if (quote != '\0' && c == quote) quote = '\0';
            else if (c == '\\' && i + 1 < line.Length) (word ??= new()).Append(line[++i]);
            else if (c is '\'' or '"') (word, quote) = (word ?? new(), c);
            else if (!char.IsWhiteSpace(c)) (word ??= new()).Append(c);
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }

        if (word is not null) words.Add(word.ToString());
        return words;
    }
}
