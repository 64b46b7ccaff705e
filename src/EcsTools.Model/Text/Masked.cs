namespace EcsTools.Model;

/// <summary>Texts as they can be shown: without a secret.</summary>
public static class Masked
{
    /// <summary>A URL without its user name and password.</summary>
    public static string? Url(string? url)
    {
        if (url is null || !url.Contains('@', StringComparison.Ordinal)) return url;
        var at = url.LastIndexOf('@');
        var slashes = url.IndexOf("//", StringComparison.Ordinal);
        return (slashes >= 0 && slashes < at ? url[..(slashes + 2)] : "") + "***" + url[at..];
    }
}
