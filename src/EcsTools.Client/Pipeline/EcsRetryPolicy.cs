using Amazon.Runtime;
using Amazon.Runtime.Internal;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>The SDK's standard retries, told to the observer. Each endpoint has a budget of retries of its own.</summary>
internal sealed class EcsRetryPolicy : StandardRetryPolicy
{
    public EcsRetryPolicy(EcsConfig config)
        : base(config) => RetryCapacity = CapacityManagerInstance.GetRetryCapacity(config.Endpoint.AbsoluteUri);

    /// <summary>A cancelled call fails in many ways, some of which look as if they might pass.</summary>
    public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        executionContext.RequestContext.CancellationToken.IsCancellationRequested
            ? Task.FromResult(false)
            : base.RetryForExceptionAsync(executionContext, exception);

    /// <summary>Before each attempt; with an exception when it is a repeated one.</summary>
    public override Task ObtainSendTokenAsync(IExecutionContext executionContext, Exception? exception)
    {
        var exchange = (Exchange)executionContext.RequestContext.OriginalRequest;
        if (exception is not null)
        {
            exchange.Observer?.Retrying(new EcsRetry(exchange.Operation, exchange.Attempts, Failure.Code(exception), IsThrottlingError(exception)));
        }

        return base.ObtainSendTokenAsync(executionContext, exception);
    }
}
