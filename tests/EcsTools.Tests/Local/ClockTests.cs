
using EcsTools.Local;
using EcsTools.Local.Http;

namespace EcsTools.Tests.Local;

public class ClockTests
{
    [Fact]
    public void A_manual_clock_fires_timers_in_order_at_their_moments()
    {
        var clock = new ManualClock();
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, double At)>();
        using var late = Timer("late", 3);
        using var early = Timer("early", 1);
        using var chain = clock.CreateTimer(
            _ => Assert.NotNull(Timer("chained", 1)), null, TimeSpan.FromSeconds(1.5), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([("early", 1), ("chained", 2.5), ("late", 3)], fired);
        Assert.Equal(start.AddSeconds(10), clock.GetUtcNow());

        ITimer Timer(string name, double seconds) => clock.CreateTimer(
            _ => fired.Add((name, (clock.GetUtcNow() - start).TotalSeconds)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void A_manual_clock_repeats_periodic_timers_until_they_are_disposed()
    {
        var clock = new ManualClock();
        var count = 0;
        var timer = clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(3, count);
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(3, count);
    }

    [Fact]
    public void A_manual_clock_does_not_run_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ManualClock().Advance(TimeSpan.FromSeconds(-1)));

    [Fact]
    public void A_scaled_clock_runs_so_many_times_faster()
    {
        var real = new ManualClock();
        var scaled = new ScaledClock(60, real);
        var fired = false;
        using var timer = scaled.CreateTimer(_ => fired = true, null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan);
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.False(fired);
        Assert.Equal(real.GetUtcNow().AddSeconds(59), scaled.GetUtcNow());
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.True(fired);
    }

    [Fact]
    public async Task A_delay_on_a_manual_clock_lets_that_time_pass_at_once()
    {
        using var ecs = new LocalEcs();
        var start = ecs.Clock.GetUtcNow();
        await ecs.Server.DelayAsync(TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
        Assert.Equal(start.AddMinutes(10), ecs.Clock.GetUtcNow());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ecs.Server.DelayAsync(TimeSpan.FromMinutes(10), new CancellationToken(canceled: true)));
        Assert.Equal(start.AddMinutes(10), ecs.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_delay_on_another_clock_waits_by_that_clock()
    {
        var real = new ManualClock();
        using var server = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ScaledClock(10, real) });
        var delay = server.DelayAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.False(delay.IsCompleted);
        real.Advance(TimeSpan.FromSeconds(1));
        await delay;
        Assert.Throws<InvalidOperationException>(() => server.Advance(TimeSpan.FromSeconds(1)));
    }
}
