using EcsTools.Client;
using EcsTools.Model;

namespace EcsTools.Tests.Client;

/// <summary>An observer that records.</summary>
internal sealed class Witness : IEcsCallObserver
{
    public List<EcsRetry> Retries { get; } = [];

    public List<EcsCall> Calls { get; } = [];

    public void Retrying(EcsRetry retry) => Retries.Add(retry);

    public void Completed(EcsCall call) => Calls.Add(call);
}

/// <summary>Short ways to make a client and a call.</summary>
internal static class Calls
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string SessionToken = "IQoJb3JpZ2luX2VjEXAMPLETOKEN//////////";

    public const string NoClusters = """{"clusterArns":[]}""";

    public static EcsClientSettings Settings(HttpPeer peer) =>
        new() { Region = "eu-west-1", AccessKey = AccessKey, SecretKey = SecretKey, EndpointUrl = peer.Url };

    /// <summary>A client that hardly pauses between attempts.</summary>
    public static IEcsClient Connect(EcsClientSettings settings, TimeSpan? timeout = null) => new EcsClientFactory
    {
        Transport = new() { MaxBackoff = TimeSpan.FromMilliseconds(1), Timeout = timeout ?? TimeSpan.FromSeconds(100) },
    }.Create(settings);

    /// <summary>One page of a list, as the wire has it. Only a test sends one by itself.</summary>
    public static Operation<ListClustersRequest, ListClustersResponse> ListClusters { get; } = new(Operations.ListClusters.Service, nameof(Operations.ListClusters), []);

    public static Task<ListClustersResponse> ListClustersAsync(this IEcsClient client, IEcsCallObserver? observer = null, CancellationToken? token = null) =>
        client.SendAsync(ListClusters, new ListClustersRequest(), observer, token ?? TestContext.Current.CancellationToken);

    public static Task<EcsException> FailAsync(this IEcsClient client, IEcsCallObserver? observer = null) =>
        Assert.ThrowsAsync<EcsException>(() => client.ListClustersAsync(observer));
}
