using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

public class CircuitBreakerTests
{
    [Theory]
    [InlineData(ThresholdType.BoundedPercent, 50, 1, 3)]
    [InlineData(ThresholdType.BoundedPercent, 50, 25, 13)]
    [InlineData(ThresholdType.BoundedPercent, 50, 1000, 200)]
    [InlineData(ThresholdType.UnboundedPercent, 50, 1, 1)]
    [InlineData(ThresholdType.UnboundedPercent, 50, 1000, 500)]
    [InlineData(ThresholdType.Count, 7, 1000, 7)]
    public void The_threshold_follows_from_the_desired_count(Enum type, int value, int desired, int threshold) =>
        Assert.Equal(threshold, new FailureThreshold((ThresholdType)type, value).For(desired));

    [Fact]
    public void It_triggers_at_the_threshold()
    {
        var breaker = CircuitBreaker.Start(FailureThreshold.Default).TaskFailed(1).TaskFailed(1);
        Assert.Equal((CircuitBreakerStatus.Monitoring, 2), (breaker.Status, breaker.FailureCount));
        Assert.Equal(CircuitBreakerStatus.Triggered, breaker.TaskFailed(1).Status);
    }

    [Theory]
    [InlineData(true, CircuitBreakerStatus.Monitoring, 1)]
    [InlineData(false, CircuitBreakerStatus.Triggered, 3)]
    public void A_healthy_task_wipes_out_the_failures_unless_told_not_to(bool reset, Enum status, int failures)
    {
        var breaker = CircuitBreaker.Start(FailureThreshold.Default, reset).TaskFailed(1).TaskFailed(1).TaskBecameHealthy().TaskFailed(1);
        Assert.Equal(((CircuitBreakerStatus)status, failures), (breaker.Status, breaker.FailureCount));
    }

    [Fact]
    public void After_the_end_nothing_changes_it()
    {
        var triggered = CircuitBreaker.Start(new FailureThreshold(ThresholdType.Count, 1)).TaskFailed(1);
        var complete = CircuitBreaker.Start(FailureThreshold.Default).DeploymentCompleted();
        Assert.Equal(CircuitBreakerStatus.MonitoringComplete, complete.Status);
        foreach (var breaker in new[] { triggered, complete, CircuitBreaker.Disabled })
            Assert.Equal(breaker, breaker.TaskFailed(1).TaskBecameHealthy().DeploymentCompleted());
    }
}
