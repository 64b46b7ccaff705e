using Amazon.Runtime;
using Amazon.Runtime.Internal;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>The SDK's standard retries, reported to the observer, and the pace of the endpoint. Each endpoint has its own budget of retries.</summary>
internal sealed class EcsRetryPolicy : StandardRetryPolicy
{
    private readonly Pace pace;

    public EcsRetryPolicy(EcsConfig config)
        : base(config)
    {
        RetryCapacity = CapacityManagerInstance.GetRetryCapacity(config.Endpoint.AbsoluteUri);
        pace = Pace.Of(config.Endpoint);
    }

    /// <summary>Attempts that only came too fast do not count.</summary>
    public override bool RetryLimitReached(IExecutionContext executionContext) => MaxRetries == 0 || Of(executionContext).CountedAttempts > MaxRetries;

    /// <summary>A cancelled call fails in many ways, some of which look as if they might pass. A change that must not be made twice is not sent again once it may have been made.</summary>
    public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception)
    {
        var exchange = Of(executionContext);
        exchange.MayBeDone |= Failure.MayBeDone(exception);
        return executionContext.RequestContext.CancellationToken.IsCancellationRequested || (exchange.MayBeDone && !exchange.CanRepeat)
            ? Task.FromResult(false)
            : base.RetryForExceptionAsync(executionContext, exception);
    }

    /// <summary>A call that was refused for coming too fast waits for its turn, and no longer.</summary>
    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext) =>
        Of(executionContext).IsRefused && pace.IsHeld ? Task.CompletedTask : base.WaitBeforeRetryAsync(executionContext);

    /// <summary>Before each attempt; with an exception when it is a repeated one.</summary>
    public override async Task ObtainSendTokenAsync(IExecutionContext executionContext, Exception? exception)
    {
        var exchange = Of(executionContext);
        if (exception is not null)
        {
            exchange.Observer?.Retrying(new EcsRetry(exchange.Operation, exchange.Attempts, Failure.Code(exception), IsThrottlingError(exception)));
        }

        await pace.WaitAsync(executionContext.RequestContext.CancellationToken);
        await base.ObtainSendTokenAsync(executionContext, exception);
        exchange.BeginAttempt(pace.Now, pace.Passed);
    }

    /// <inheritdoc/>
    public override void NotifySuccess(IExecutionContext executionContext)
    {
        pace.Pass();
        base.NotifySuccess(executionContext);
    }

    /// <summary>The endpoint asked to slow down.</summary>
    public void Refuse(Exchange exchange)
    {
        exchange.Refuse(pace.Passed);
        pace.Refuse(exchange.Sent);
    }

    private static Exchange Of(IExecutionContext executionContext) => (Exchange)executionContext.RequestContext.OriginalRequest;
}
