using System.Net;
using Amazon.Runtime;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>A call that goes the way of all calls and is answered before it leaves the process, so that the first real one finds the way compiled.</summary>
internal static class WarmUp
{
    private static readonly ResolvedSettings Nowhere = new("us-east-1", new Uri("http://localhost/"), MaxAttempts: 1, Profile: null);

    public static async Task RunAsync()
    {
        var config = new EcsConfig(Operations.Service, Nowhere, TimeSpan.FromMinutes(1)) { HttpClientFactory = new Answering() };
        using var client = new EcsClient(config, new CredentialsSource(new BasicAWSCredentials("none", "none"), "", ""), maxBackoff: TimeSpan.Zero);
        await client.SendAsync(Operations.DescribeClusters, new DescribeClustersRequest(), observer: null, CancellationToken.None);
    }

    private sealed class Answering : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Answer());

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }

    private sealed class Answer : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield(); // so that the caller has to wait, as for a real call
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        }
    }
}
