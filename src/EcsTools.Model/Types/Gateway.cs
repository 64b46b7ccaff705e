namespace EcsTools.Model;

public sealed partial class Gateway
{
    /// <summary>Whether the load balancers are internal or face the internet.</summary>
    public string? Scheme => Configuration?.HostSharedAlb?.Scheme;

    /// <summary>The load balancers that exist, and how many may: <c>1/4</c>.</summary>
    public string? Balancers =>
        Configuration?.HostSharedAlb is { } balancer ? $"{balancer.CurrentAlbCount ?? 0}/{balancer.MaxAlbCount}".TrimEnd('/') : null;

    /// <summary>The protocol and port of the load balancers: <c>HTTPS 443</c>.</summary>
    public string Listens => $"{Configuration?.HostSharedAlb?.Protocol} {Configuration?.HostSharedAlb?.Port}".Trim();

    /// <summary>The gateway's name.</summary>
    public override string ToString() => Name ?? "";
}
