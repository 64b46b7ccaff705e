using EcsTools.Client;
using EcsTools.Model;
using EcsTools.Model.Kms;
using EcsTools.Model.Logs;
using EcsTools.Model.Ssm;
using static EcsTools.Tests.Client.Calls;

namespace EcsTools.Tests.Client;

public sealed class EndpointTests
{
    private static readonly Dictionary<string, AwsService> Services =
        new[] { LogsOperations.Service, SsmOperations.Service, KmsOperations.Service }.ToDictionary(service => service.Host);

    [Theory]
    [InlineData("us-east-1", false, false, "ecs.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "ecs-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "ecs.us-east-1.api.aws")]
    [InlineData("us-east-1", true, true, "ecs-fips.us-east-1.api.aws")]
    [InlineData("eu-west-1", false, false, "ecs.eu-west-1.amazonaws.com")]
    [InlineData("eu-nowhere-9", false, false, "ecs.eu-nowhere-9.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "ecs.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-north-1", true, false, "ecs-fips.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-northwest-1", false, true, "ecs.cn-northwest-1.api.amazonwebservices.com.cn")]
    [InlineData("us-gov-west-1", false, false, "ecs.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "ecs-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-east-1", true, true, "ecs-fips.us-gov-east-1.api.aws")]
    [InlineData("us-iso-east-1", false, false, "ecs.us-iso-east-1.c2s.ic.gov")]
    [InlineData("us-iso-east-1", true, false, "ecs-fips.us-iso-east-1.c2s.ic.gov")]
    [InlineData("us-isob-east-1", false, false, "ecs.us-isob-east-1.sc2s.sgov.gov")]
    [InlineData("eu-isoe-west-1", false, false, "ecs.eu-isoe-west-1.cloud.adc-e.uk")]
    [InlineData("us-isof-south-1", false, false, "ecs.us-isof-south-1.csp.hci.ic.gov")]
    [InlineData("eusc-de-east-1", false, false, "ecs.eusc-de-east-1.amazonaws.eu")]
    public void A_region_has_its_partitions_endpoint(string region, bool fips, bool dualStack, string host) =>
        Assert.Equal($"https://{host}/", EcsEndpoint.Of(Operations.Service, region, null, fips, dualStack).AbsoluteUri);

    [Theory]
    [InlineData("logs", "eu-west-1", false, false, "logs.eu-west-1.amazonaws.com")]
    [InlineData("logs", "eu-west-1", true, false, "logs-fips.eu-west-1.amazonaws.com")]
    [InlineData("logs", "us-gov-west-1", true, false, "logs.us-gov-west-1.amazonaws.com")]
    [InlineData("logs", "us-gov-west-1", true, true, "logs-fips.us-gov-west-1.api.aws")]
    [InlineData("ssm", "us-gov-east-1", true, false, "ssm.us-gov-east-1.amazonaws.com")]
    [InlineData("ssm", "cn-north-1", false, true, "ssm.cn-north-1.api.amazonwebservices.com.cn")]
    [InlineData("kms", "us-gov-west-1", true, false, "kms-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("kms", "us-iso-east-1", false, false, "kms.us-iso-east-1.c2s.ic.gov")]
    public void Other_services_have_endpoints_by_their_own_rules(string service, string region, bool fips, bool dualStack, string host) =>
        Assert.Equal($"https://{host}/", EcsEndpoint.Of(Services[service], region, null, fips, dualStack).AbsoluteUri);

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://127.0.0.1:8080/ecs", "http://127.0.0.1:8080/ecs/")]
    [InlineData("https://vpce-1.ecs.eu-west-1.vpce.amazonaws.com/", "https://vpce-1.ecs.eu-west-1.vpce.amazonaws.com/")]
    public void A_custom_endpoint_is_taken_as_it_is(string url, string expected) =>
        Assert.Equal(expected, EcsEndpoint.Of(Operations.Service, "cn-north-1", url, fips: false, dualStack: false).AbsoluteUri);

    [Theory]
    [InlineData("http://127.0.0.1:8080", true, false, "FIPS")]
    [InlineData("http://127.0.0.1:8080", false, true, "dual-stack")]
    [InlineData("127.0.0.1:8080", false, false, "http://127.0.0.1:8080")]
    [InlineData("ftp://127.0.0.1", false, false, "http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1/?a=b", false, false, "query or fragment")]
    [InlineData("http://me:pw123@127.0.0.1/", false, false, "password")]
    public void A_custom_endpoint_that_cannot_be_is_refused(string url, bool fips, bool dualStack, string said)
    {
        var e = Assert.Throws<EcsException>(() => EcsEndpoint.Of(Operations.Service, "us-east-1", url, fips, dualStack));
        Assert.Equal("InvalidEndpoint", e.ErrorCode);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pw123", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-east-1/evil.example")]
    [InlineData("us east 1")]
    [InlineData("us-east-1.evil.example")]
    public void What_is_no_host_label_is_no_region(string region) =>
        Assert.Equal("InvalidRegion", Assert.Throws<EcsException>(() => Connect(new EcsClientSettings { Region = region })).ErrorCode);

    [Fact]
    public void The_regions_are_listed_by_name_and_place()
    {
        var regions = new EcsClientFactory().Regions;
        Assert.Equal("Europe (Ireland)", regions["eu-west-1"]);
        Assert.Contains("us-gov-west-1", regions.Keys);
        Assert.Contains("cn-north-1", regions.Keys);
        Assert.DoesNotContain("us-east-1-regional", regions.Keys);
    }
}
