using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Client;

/// <summary>The rules by which the endpoints of ECS, and of the other services of the model, are named.</summary>
internal static class EcsEndpoint
{
    /// <summary>The endpoint of a region, or the one that was given instead.</summary>
    /// <exception cref="EcsException">There is no such endpoint.</exception>
    public static Uri Of(AwsService service, string region, string? customUrl, bool fips, bool dualStack)
    {
        if (!Fn.IsValidHostLabel(region, allowSubDomains: false))
            throw new EcsException("InvalidRegion", $"'{region}' isn't a valid region name.");
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
        if (fips) throw Invalid(url, "a custom endpoint can't be combined with FIPS; specify only one of them");
        if (dualStack) throw Invalid(url, "a custom endpoint can't be combined with dual-stack endpoints; specify only one of them");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw Invalid(url, "specify an absolute http or https URL, for example http://127.0.0.1:8080");
        }

        if (uri.UserInfo.Length > 0) throw Invalid(uri.Host, "it must not contain a user name or password");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0) throw Invalid(url, "it must not have a query or fragment");
        return uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/"); // the SDK sends the slash but does not sign it
    }

    private static EcsException Unsupported(string what, string partition, string region) =>
        new("InvalidEndpoint", $"The partition {partition}, which {region} belongs to, has no {what}.");

    private static EcsException Invalid(string url, string why) =>
        new("InvalidEndpoint", $"The endpoint URL '{Shown.Url(url)}' cannot be used: {why}.");
}
