using System.Globalization;
using System.Text;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Api;

/// <summary>
/// Divides lists into pages. A token contains the key of the page's last item, so additions and removals in the meantime don't shift pages.
/// </summary>
internal static class Paging
{
    private const int Max = 100;

    /// <summary>A page of a list that is sorted by a name.</summary>
    public static (List<TValue> Page, string? Next) ByName<T, TValue>(
        IEnumerable<T> items,
        Func<T, string> name,
        Func<T, TValue> value,
        string? token,
        int? limit,
        int usual = Max,
        bool isDescending = false,
        int most = Max)
    {
        var after = Decode(token);
        var sign = isDescending ? -1 : 1;
        var rest = after is null ? items : items.SkipWhile(item => sign * string.CompareOrdinal(name(item), after) <= 0);
        return Cut(rest, name, value, Size(limit, usual, most));
    }

    /// <summary>A page of numbered things, oldest first, from what lists those behind a number.</summary>
    public static (List<string> Page, string? Next) ByNumber<T>(
        Func<long, IEnumerable<T>> after, Func<T, bool> filter, Func<T, string> value, string? token, int? limit)
        where T : class, IOrdered
    {
        var last = Decode(token) is { } key ? Number(key) : 0;
        return Cut(after(last).Where(filter), item => item.Number.ToString(CultureInfo.InvariantCulture), value, Size(limit, Max, Max));
    }

    private static (List<TValue> Page, string? Next) Cut<T, TValue>(
        IEnumerable<T> rest, Func<T, string> key, Func<T, TValue> value, int size)
    {
        var page = new List<TValue>();
        string? last = null;
        foreach (var item in rest)
        {
            if (page.Count == size) return (page, Convert.ToBase64String(Encoding.UTF8.GetBytes(last!)));
            page.Add(value(item));
            last = key(item);
        }

        return (page, null);
    }

    private static int Size(int? limit, int usual, int most)
    {
        if (limit > most) throw EcsFault.InvalidParameter($"Max results can not be greater than {most}");
        if (limit < 0) throw EcsFault.InvalidParameter("Max results can not be lesser than 0");
        return limit is > 0 and var size ? size : usual;
    }

    private static string? Decode(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : throw BadToken();
    }

    private static long Number(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw BadToken();

    private static EcsFault BadToken() => EcsFault.InvalidParameter("Invalid token.");
}
