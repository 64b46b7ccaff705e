using System.Diagnostics;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Sends any operation of one service: ECS, or another of the model.</summary>
/// <remarks>
/// It is short because each step takes time in every call, and far more in the first, where it is compiled. Of the SDK it uses the
/// credentials.
/// </remarks>
internal sealed class EcsClient(ResolvedSettings settings, CredentialsSource credentials, Transport transport) : IEcsClient
{
    private static readonly ActivitySource Calls = new("EcsTools");

    private readonly EndpointState endpoint = EndpointState.Of(settings.Endpoint);
    private bool isDisposed;

    /// <inheritdoc/>
    public Uri Endpoint => settings.Endpoint;

    /// <summary>How long a call takes at most, with all its attempts; null sets no limit.</summary>
    public TimeSpan? CallTimeout { get; init; }

    /// <inheritdoc/>
    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, IEcsCallObserver? observer, CancellationToken cancellationToken)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var exchange = new Exchange<TRequest, TResponse>(operation, request, Endpoint, observer);
        await SendAsync(exchange, cancellationToken);
        return exchange.Response!;
    }

    /// <summary>The connections stay: all clients share them.</summary>
    public void Dispose() => isDisposed = true;

    private async Task SendAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        using var activity = Calls.StartActivity(exchange.Operation, ActivityKind.Client);
        activity?.SetTag("rpc.system", "aws-api").SetTag("rpc.service", exchange.Service.Host).SetTag("rpc.method", exchange.Operation);
        var start = Stopwatch.GetTimestamp();
        string? error = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            if (CallTimeout is { } longest) limit.CancelAfter(longest);
            await new Call(
                exchange,
                settings,
                await credentials.LookUpAsync(exchange.Observer, limit.Token),
                endpoint,
                transport).SendAsync(limit.Token);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested)
        {
            error = "Cancelled";
            throw new OperationCanceledException($"{exchange.Operation} was cancelled.", e, cancellationToken);
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
            exchange.Observer?.Completed(new EcsCall(
                exchange.Operation, Endpoint, Stopwatch.GetElapsedTime(start), exchange.Attempts, exchange.RequestId, error));
        }
    }
}
