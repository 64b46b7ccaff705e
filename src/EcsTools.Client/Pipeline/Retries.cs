using System.Net;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>
/// Whether and when a call is sent again: what the standard mode of all AWS SDKs says, and never where that might do harm.
/// </summary>
internal sealed class Retries(Exchange exchange, int maxAttempts, EndpointState endpoint, TimeSpan maxBackoff)
{
    /// <summary>ECS accepts requests that are so old.</summary>
    private static readonly TimeSpan OldestRequest = TimeSpan.FromMinutes(5);

    private int retries, lastCost;

    /// <summary>Whether the call is sent again after it failed so.</summary>
    public bool Allow(Exception e, CancellationToken cancellation)
    {
        if (e is RefusedException { IsThrottling: true }) Refused();
        if (maxAttempts == 1 || exchange.CountedAttempts >= maxAttempts) return false; // attempts that only came too fast do not count
        if (e is RefusedException refused && IsOfClock(refused)) return true;
        exchange.MayBeDone |= Failure.MayBeDone(e);
        // A cancelled call fails in many ways, some of which look as if they might pass.
        if (cancellation.IsCancellationRequested || (exchange.MayBeDone && !exchange.CanRepeat) || !MayPass(e)) return false;
        return (lastCost = endpoint.Retries.Take(IsTimeout(e))) > 0;
    }

    /// <summary>
    /// Waits until the next attempt, longer each time. A call that was refused for coming too fast waits for its turn, and no longer.
    /// </summary>
    public async Task PauseAsync(Exception e, CancellationToken cancellation)
    {
        retries++;
        if (!exchange.IsRefused || !endpoint.Pace.IsHeld) await Task.Delay(Backoff(), cancellation);
        exchange.Observer?.Retrying(new EcsRetry(
            exchange.Operation, exchange.Attempts, Failure.Code(e), e is RefusedException { IsThrottling: true }));
    }

    /// <summary>The call has succeeded.</summary>
    public void Succeeded()
    {
        endpoint.Pace.Pass();
        endpoint.Retries.Give(lastCost);
    }

    private TimeSpan Backoff()
    {
        var longest = Math.Min(Math.Pow(2, retries - 1), TimeSpan.FromDays(1).TotalSeconds);
        var pause = TimeSpan.FromSeconds(Random.Shared.NextDouble() * longest);
        return pause < maxBackoff ? pause : maxBackoff;
    }

    /// <summary>The endpoint asked to slow down.</summary>
    private void Refused()
    {
        exchange.Refuse(endpoint.Pace.Passed);
        endpoint.Pace.Refuse(exchange.Sent);
    }

    /// <summary>Whether a request was refused because the clocks differ. The next one is signed by the clock of the endpoint.</summary>
    private bool IsOfClock(RefusedException refused)
    {
        if (refused.Answered is not { } there) return false;
        var offset = there - DateTimeOffset.UtcNow;
        if (refused.ErrorCode is not ("RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture")
            && !(refused.ErrorCode is "InvalidSignatureException" or "AuthFailure" or "SignatureDoesNotMatch"
                && (offset - endpoint.ClockOffset).Duration() > OldestRequest))
                return false;
        endpoint.ClockOffset = offset;
        return true;
    }

    private static bool MayPass(Exception e) => e switch
    {
        RefusedException refused => refused.IsThrottling || IsTimeout(e)
            || refused.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    private static bool IsTimeout(Exception e) => e is RefusedException { ErrorCode: "RequestTimeout" or "RequestTimeoutException" };
}
