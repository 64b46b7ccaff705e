using Amazon.Runtime;

namespace EcsTools.Client;

/// <summary>One call with all its attempts.</summary>
internal sealed class Call(
    Exchange exchange, ResolvedSettings settings, ImmutableCredentials keys, EndpointState endpoint, Transport transport)
{
    private readonly byte[] body = exchange.Write();
    private readonly Retries retries = new(exchange, settings.MaxAttempts, endpoint, transport.MaxBackoff);

    /// <summary>Sends the request until it is answered, or until sending it again has no sense or might do harm.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await endpoint.Pace.WaitAsync(cancellation);
            exchange.BeginAttempt(endpoint.Pace.Now, endpoint.Pace.Passed);
            try
            {
                await AttemptAsync(cancellation);
                retries.Succeeded();
                return;
            }
            catch (Exception e) when (retries.Allow(e, cancellation))
            {
                await retries.PauseAsync(e, cancellation);
            }
        }
    }

    private async Task AttemptAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(transport.Timeout);
        using var request = RequestWriter.Write(exchange, body, settings.Region, keys, DateTime.UtcNow + endpoint.ClockOffset);
        using var answer = await transport.Connections.SendAsync(request, patience.Token);
        patience.CancelAfter(transport.Timeout);
        await ResponseReader.ReadAsync(answer, exchange, keys.Token, patience.Token);
    }
}
