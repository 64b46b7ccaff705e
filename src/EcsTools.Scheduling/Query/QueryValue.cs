using System.Globalization;
using System.Text.RegularExpressions;

namespace EcsTools.Scheduling.Query;

/// <summary>The value with which a subject is compared, read once when the query is parsed.</summary>
internal static class QueryValue
{
    // A pattern that takes longer than this on a value of at most 128 characters isn't a useful selection.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    private static readonly string[] DateFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <summary>A date, read as UTC where it names no offset.</summary>
    public static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;

    public static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>
    /// A version by its numbers, so that 1.9 comes before 1.14. A leading <c>v</c> and a suffix such as <c>-beta</c> do not count.
    /// </summary>
    public static Version? Version(string? text)
    {
        var numbers = text?.TrimStart('v').Split('-', '+')[0] ?? "";
        var parts = numbers.Split('.');
        if (parts.Length > 4 || parts.Any(part => Count(part) is null)) return null;
        return new Version(Part(0), Part(1), Part(2), Part(3));

        int Part(int index) => index < parts.Length ? Count(parts[index])!.Value : 0;
    }

    /// <summary>Compares as numbers where both are numbers, else by their characters.</summary>
    public static int CompareText(string left, string right) =>
        Number(left) is { } leftNumber && Number(right) is { } rightNumber
            ? leftNumber.CompareTo(rightNumber)
            : string.CompareOrdinal(left, right);

    /// <summary>A test for the whole value. A pattern that runs out of time does not match.</summary>
    /// <exception cref="ArgumentException">The pattern is not a regular expression.</exception>
    public static Predicate<string> Pattern(string pattern)
    {
        var regex = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternTimeout);
        return value =>
        {
            try
            {
                return regex.IsMatch(value);
            }
            catch (RegexMatchTimeoutException)
            {
                return false;
            }
        };
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
