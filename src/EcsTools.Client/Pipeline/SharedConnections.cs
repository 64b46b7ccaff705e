namespace EcsTools.Client;

/// <summary>The connections of all clients. A proxy is the one that the environment names, as for every program on .NET.</summary>
internal static class SharedConnections
{
    public static HttpMessageInvoker All { get; } = New();

    /// <summary>Connections of their own.</summary>
    /// <param name="connect">Creates a connection; null for one over the network.</param>
    public static HttpMessageInvoker New(
        Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, // a signature is for one host
        UseCookies = false,
        ActivityHeadersPropagator = null, // adds no header that is not signed
        ConnectCallback = connect,
    });
}
