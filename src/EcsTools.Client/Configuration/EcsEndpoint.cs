using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>The rules by which the endpoints of ECS, and of the other services of the model, are named.</summary>
internal static class EcsEndpoint
{
    /// <summary>The endpoint of a region, or the one that was given instead.</summary>
    /// <exception cref="EcsException">There is no such endpoint.</exception>
    public static Uri Of(AwsService service, string region, string? customUrl, bool fips, bool dualStack)
    {
        if (!Fn.IsValidHostLabel(region, allowSubDomains: false)) throw new EcsException("InvalidRegion", $"'{region}' is no region.");
        if (!string.IsNullOrEmpty(customUrl)) return Custom(customUrl, fips, dualStack);

        var partition = Fn.Partition(region);
        if (fips && !partition.supportsFIPS) throw Unsupported("FIPS endpoints", partition.name, region);
        if (dualStack && !partition.supportsDualStack) throw Unsupported("dual-stack endpoints", partition.name, region);
        var suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        var isNamedFips = fips && !(service.IsFipsInGovCloud && partition.name == "aws-us-gov" && !dualStack);
        return new Uri($"https://{service.Host}{(isNamedFips ? "-fips" : "")}.{region}.{suffix}/");
    }

    private static Uri Custom(string url, bool fips, bool dualStack)
    {
        if (fips) throw Invalid(url, "there is no FIPS form of a custom endpoint; leave one of the two out");
        if (dualStack) throw Invalid(url, "there is no dual-stack form of a custom endpoint; leave one of the two out");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw Invalid(url, "it must be a whole URL, as in http://127.0.0.1:8080");
        }

        if (uri.UserInfo.Length > 0) throw Invalid(uri.Host, "it must not hold a password");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0) throw Invalid(url, "it must end with the path");
        return uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/"); // the SDK sends the slash but does not sign it
    }

    private static EcsException Unsupported(string what, string partition, string region) =>
        new("InvalidEndpoint", $"The partition {partition}, which {region} belongs to, has no {what}.");

    private static EcsException Invalid(string url, string why) => new("InvalidEndpoint", $"The endpoint URL '{Masked.Url(url)}' cannot be used: {why}.");
}
