namespace EcsTools.Local.Http;

/// <summary>A request, read whole.</summary>
/// <param name="Method">As in POST.</param>
/// <param name="Target">The requested path, or an absolute URL.</param>
/// <param name="Headers">Its headers; names in any case.</param>
/// <param name="Body">The body.</param>
internal sealed record HttpRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The path, with one slash in front: a base URL that ends in a slash makes it double.</summary>
    public string Path
    {
        get
        {
            var path = Target.StartsWith('/') ? Target
                : Uri.TryCreate(Target, UriKind.Absolute, out var url) ? url.PathAndQuery
                : "/" + Target;
            var query = path.IndexOf('?', StringComparison.Ordinal);
            return "/" + (query < 0 ? path : path[..query]).TrimStart('/');
        }
    }

    /// <summary>A value of the query; null where it is not there.</summary>
    public string? Query(string name)
    {
        var query = Target.IndexOf('?', StringComparison.Ordinal);
        var pairs = query < 0 ? [] : Target[(query + 1)..].Split('&');
        return pairs.Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => pair[0] == name) is [_, var value]
            ? Uri.UnescapeDataString(value.Replace('+', ' '))
            : null;
    }

    /// <summary>Whether the caller sends no other request over the connection.</summary>
    public bool IsLast { get; init; }

    /// <summary>A header; null where it is not there.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
