using System.Diagnostics;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Sends any operation of one service: ECS, or another of the model. Credentials, signing, connections and retries are the SDK's; reading, writing and errors are ours.</summary>
internal sealed class EcsClient : AmazonServiceClient, IEcsClient
{
    private static readonly ActivitySource Calls = new("EcsTools");

    private static readonly InvokeOptions Options = new() { RequestMarshaller = new RequestWriter() };

    private readonly EcsConfig config;
    private readonly CredentialsSource credentials;
    private readonly EcsRetryPolicy retries;

    /// <summary>How long a call takes at most, with all its attempts; null sets no limit.</summary>
    public TimeSpan? CallTimeout { get; init; }

    public EcsClient(EcsConfig config, CredentialsSource credentials, TimeSpan maxBackoff)
        : base(credentials.Known, config)
    {
        (this.config, this.credentials) = (config, credentials);
        retries = new EcsRetryPolicy(config) { MaxBackoffInMilliseconds = (int)maxBackoff.TotalMilliseconds };
        RuntimePipeline = new RuntimePipeline(Handlers(config, credentials));
    }

    /// <inheritdoc/>
    public Uri Endpoint => config.Endpoint;

    /// <inheritdoc/>
    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, IEcsCallObserver? observer, CancellationToken cancellationToken)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        using var activity = Calls.StartActivity(operation.Name, ActivityKind.Client);
        activity?.SetTag("rpc.system", "aws-api").SetTag("rpc.service", operation.Service.Host).SetTag("rpc.method", operation.Name);
        var exchange = new Exchange<TRequest, TResponse>(operation, request, config.Endpoint, observer);
        var start = Stopwatch.GetTimestamp();
        string? error = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            if (CallTimeout is { } longest) limit.CancelAfter(longest);
            if (credentials.AreAtHand) await InvokeAsync<AmazonWebServiceResponse>(exchange, Options, limit.Token);
            else await LookUpAndInvokeAsync(exchange, limit.Token);
            return exchange.Response!;
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested)
        {
            error = "Cancelled";
            throw new OperationCanceledException($"{operation.Name} was cancelled.", e, cancellationToken);
        }
        catch (Exception e) when (limit.IsCancellationRequested)
        {
            error = Failure.Timeout;
            throw Failure.Explain(new TimeoutException($"The call took longer than {CallTimeout}.", e), exchange)!;
        }
        catch (Exception e)
        {
            error = Failure.Code(e);
            if (Failure.Explain(e, exchange) is { } explained) throw explained;
            throw;
        }
        finally
        {
            observer?.Completed(new EcsCall(operation.Name, config.Endpoint, Stopwatch.GetElapsedTime(start), exchange.Attempts, exchange.RequestId, error));
        }
    }

    /// <summary>What ECS has a use for, from the wire up. Each step more costs time in every call, and far more in the first.</summary>
    private List<IPipelineHandler> Handlers(EcsConfig config, CredentialsSource credentials) =>
    [
        new HttpHandler<HttpContent>(new HttpRequestMessageFactory(config), this),
        new ResponseReader(retries),
        new Signer(),
        new RetryHandler(retries),
        new CredentialsHandler(credentials),
        new Marshaller(),
    ];

    /// <summary>On the pool, and not waited for once cancelled: the SDK looks some credentials up on the caller's thread, deaf to cancellation.</summary>
    private Task<AmazonWebServiceResponse> LookUpAndInvokeAsync(Exchange exchange, CancellationToken cancellationToken) =>
        Task.Run(() => InvokeAsync<AmazonWebServiceResponse>(exchange, Options, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
}
