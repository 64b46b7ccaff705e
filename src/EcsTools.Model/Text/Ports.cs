namespace EcsTools.Text;

/// <summary>Ports as container tools write them.</summary>
internal static class Ports
{
    /// <summary><c>8080->80/tcp</c>, or <c>80/tcp</c> where no port of the host is fixed.</summary>
    public static string Describe(int? host, string container, string? protocol) =>
        Describe(host is null or 0 ? null : $"{host}", container, protocol);

    /// <summary>The same for a range of the host's ports.</summary>
    public static string Describe(string? host, string container, string? protocol) =>
        $"{(host is null ? "" : host + "->")}{container}/{protocol ?? "tcp"}";
}
