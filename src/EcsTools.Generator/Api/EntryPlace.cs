namespace EcsTools.Generator.Api;

/// <summary>Finds the place of an entry in a model file. Only errors need it, so that reading pays nothing for it.</summary>
internal static class EntryPlace
{
    /// <summary>Where the name of the entry stands, or of the innermost one around it that is there.</summary>
    public static int Of(string json, string entry)
    {
        var (place, found, depth) = (0, 0, 0);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] is '{' or '[') depth++;
            if (json[i] is '}' or ']') depth--;
            if (json[i] != '"') continue;
            var end = EndOfText(json, i);
            if (IsName(json, end) && depth <= found + 1)
            {
                if (depth <= found) return place; // the entry's neighbour: the entry is over
                var name = json.Substring(i + 1, end - i - 1);
                if (entry == name) return i;
                if (entry.StartsWith(name + ".", System.StringComparison.Ordinal)) (place, found, entry) = (i, found + 1, entry.Substring(name.Length + 1));
            }

            i = end;
        }

        return place;
    }

    private static int EndOfText(string json, int start)
    {
        var end = start + 1;
        while (end < json.Length && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
        return System.Math.Min(end, json.Length - 1);
    }

    private static bool IsName(string json, int end)
    {
        var next = end + 1;
        while (next < json.Length && char.IsWhiteSpace(json[next])) next++;
        return next < json.Length && json[next] == ':';
    }
}
