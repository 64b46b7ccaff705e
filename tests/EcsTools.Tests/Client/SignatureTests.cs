using EcsTools.Model;
using static EcsTools.Tests.Client.Calls;

namespace EcsTools.Tests.Client;

public sealed class SignatureTests
{
    [Fact]
    public async Task A_request_is_signed_as_the_specification_says()
    {
        using var peer = new HttpPeer(HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer));
        await client.ListClustersAsync();

        var signature = new SigV4(Assert.Single(peer.Received));
        Assert.Equal(AccessKey, signature.AccessKey);
        Assert.Equal("ecs", signature.Service);
        Assert.Equal("aws4_request", signature.Terminator);
        Assert.Subset(signature.SignedHeaders.ToHashSet(), new HashSet<string> { "host", "x-amz-date", "x-amz-target", "content-type" });
        Assert.Equal(signature.Expected(SecretKey), signature.Signature);
        Assert.NotEqual(signature.Expected(SecretKey + "x"), signature.Signature);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        using var peer = new HttpPeer(HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer) with { SessionToken = SessionToken });
        await client.ListClustersAsync();

        var request = Assert.Single(peer.Received);
        var signature = new SigV4(request);
        Assert.Equal(SessionToken, request.Headers["x-amz-security-token"]);
        Assert.Contains("x-amz-security-token", signature.SignedHeaders);
        Assert.Equal(signature.Expected(SecretKey), signature.Signature);
    }

    [Fact]
    public async Task A_custom_endpoint_may_have_a_path_and_the_body_any_letters()
    {
        using var peer = new HttpPeer(HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer) with { EndpointUrl = peer.Url + "ecs/v1" });
        var request = new ListClustersRequest { NextToken = "naïve ☃ \"token\"/+=&" };
        await client.SendAsync(ListClusters, request, null, TestContext.Current.CancellationToken);

        var received = Assert.Single(peer.Received);
        var signature = new SigV4(received);
        Assert.Equal("/ecs/v1/", received.RawUrl);
        Assert.Equal(request.NextToken, WireJson.Read<ListClustersRequest>(received.Body).NextToken);
        Assert.Equal(signature.Expected(SecretKey), signature.Signature);
    }

    [Fact]
    public async Task A_repeated_attempt_is_signed_too()
    {
        using var peer = new HttpPeer(HttpPeer.Error(503, "ServerException"), HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer));
        await client.ListClustersAsync();

        Assert.Equal(2, peer.Received.Count);
        Assert.All(peer.Received, r => Assert.Equal(new SigV4(r).Expected(SecretKey), new SigV4(r).Signature));
    }

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("eu-west-1")]
    [InlineData("cn-north-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("us-iso-east-1")]
    [InlineData("eu-nowhere-9")]
    public async Task The_signature_is_for_the_region_of_the_settings(string region)
    {
        using var peer = new HttpPeer(HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer) with { Region = region });
        await client.ListClustersAsync();

        var signature = new SigV4(Assert.Single(peer.Received));
        Assert.Equal(region, signature.Region);
        Assert.Equal(signature.Expected(SecretKey), signature.Signature);
    }
}
