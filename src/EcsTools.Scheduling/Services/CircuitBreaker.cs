namespace EcsTools.Scheduling.Services;

/// <summary>How the number of failures that a deployment may have is given.</summary>
internal enum ThresholdType
{
    /// <summary>A percentage of the desired count, at least 3 and at most 200. The default, with 50 %.</summary>
    BoundedPercent,

    /// <summary>A percentage of the desired count, as it is.</summary>
    UnboundedPercent,

    /// <summary>The number itself.</summary>
    Count,
}

/// <summary>The number of failed tasks at which the circuit breaker gives a deployment up.</summary>
internal readonly record struct FailureThreshold(ThresholdType Type, int Value)
{
    private const int MinBounded = 3, MaxBounded = 200;

    /// <summary>The default for services: half of the desired count, from 3 to 200.</summary>
    public static FailureThreshold Default { get; } = new(ThresholdType.BoundedPercent, 50);

    /// <summary>The threshold for a desired count. Percentages are rounded up.</summary>
    public int For(int desiredCount) => Type switch
    {
        ThresholdType.BoundedPercent => (int)Math.Clamp(Percent.Up(desiredCount, Value), MinBounded, MaxBounded),
        ThresholdType.UnboundedPercent => (int)Math.Min(Percent.Up(desiredCount, Value), int.MaxValue),
        _ => Value,
    };
}

/// <summary>The state of the circuit breaker for a deployment.</summary>
internal enum CircuitBreakerStatus
{
    /// <summary>The service does not use it.</summary>
    Disabled,

    /// <summary>It counts failures.</summary>
    Monitoring,

    /// <summary>The deployment has completed; failures no longer count.</summary>
    MonitoringComplete,

    /// <summary>The failures reached the threshold: the deployment has failed.</summary>
    Triggered,
}

/// <summary>
/// The circuit breaker of one deployment. It never changes: what happens makes a new one.
/// Disabled, complete and triggered breakers stay as they are.
/// </summary>
internal sealed record CircuitBreaker
{
    private CircuitBreaker(CircuitBreakerStatus status) => Status = status;

    /// <summary>The breaker of a service that does not use it.</summary>
    public static CircuitBreaker Disabled { get; } = new(CircuitBreakerStatus.Disabled);

    /// <summary>The state.</summary>
    public CircuitBreakerStatus Status { get; private init; }

    /// <summary>The failures that count so far.</summary>
    public int FailureCount { get; private init; }

    /// <summary>How the threshold follows from the desired count.</summary>
    public FailureThreshold Threshold { get; private init; }

    /// <summary>Whether a task that becomes healthy wipes out the failures before it.</summary>
    public bool ResetOnHealthyTask { get; private init; }

    /// <summary>The breaker of a deployment that begins.</summary>
    public static CircuitBreaker Start(FailureThreshold threshold, bool resetOnHealthyTask = true) =>
        new(CircuitBreakerStatus.Monitoring) { Threshold = threshold, ResetOnHealthyTask = resetOnHealthyTask };

    /// <summary>The breaker as it was left.</summary>
    public static CircuitBreaker Resume(
        CircuitBreakerStatus status, int failureCount, FailureThreshold threshold, bool resetOnHealthyTask) =>
        new(status) { FailureCount = failureCount, Threshold = threshold, ResetOnHealthyTask = resetOnHealthyTask };

    /// <summary>A task of the deployment did not reach RUNNING, or failed a health check.</summary>
    /// <param name="desiredCount">The service's desired count at this moment.</param>
    public CircuitBreaker TaskFailed(int desiredCount)
    {
        if (Status != CircuitBreakerStatus.Monitoring) return this;
        var failures = FailureCount + 1;
        var status = failures >= Threshold.For(desiredCount) ? CircuitBreakerStatus.Triggered : CircuitBreakerStatus.Monitoring;
        return this with { FailureCount = failures, Status = status };
    }

    /// <summary>A task of the deployment became healthy; one that nothing checks does so by reaching RUNNING.</summary>
    public CircuitBreaker TaskBecameHealthy() =>
        Status == CircuitBreakerStatus.Monitoring && ResetOnHealthyTask ? this with { FailureCount = 0 } : this;

    /// <summary>The deployment completed.</summary>
    public CircuitBreaker DeploymentCompleted() =>
        Status == CircuitBreakerStatus.Monitoring ? this with { Status = CircuitBreakerStatus.MonitoringComplete } : this;
}
