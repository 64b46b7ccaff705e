
using CsCheck;
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
    }

    [Fact]
    public void A_scaled_clock_can_be_paused_and_its_timers_fire_by_its_own_time()
    {
        var (real, fired) = (new ManualClock(), new List<double>());
        var scaled = new ScaledClock(10, real);
        var start = scaled.GetUtcNow();
        using var timer = scaled.CreateTimer(_ => fired.Add((scaled.GetUtcNow() - start).TotalSeconds), null, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));

        real.Advance(TimeSpan.FromSeconds(2));
        scaled.IsPaused = true;
        real.Advance(TimeSpan.FromHours(1));
        Assert.Equal(start.AddSeconds(20), scaled.GetUtcNow());
        Assert.Empty(fired);

        scaled.IsPaused = false;
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([30], fired);
        scaled.Factor = 60;
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([30, 90], fired);
        scaled.Factor = 0.5;
        real.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal([30, 90], fired);
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([30, 90, 150], fired);
    }

    [Fact]
    public void A_scaled_clock_is_advanced_at_once_in_order_and_also_while_it_is_paused()
    {
        var (real, fired) = (new ManualClock(), new List<string>());
        var scaled = new ScaledClock(10, real);
        var start = scaled.GetUtcNow();
        using var late = Timer("late", 40);
        using var early = Timer("early", 20);
        using var later = Timer("later", 90);

        scaled.IsPaused = true;
        scaled.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["early", "late"], fired);
        Assert.Equal(start.AddMinutes(1), scaled.GetUtcNow());
        scaled.IsPaused = false;
        real.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(["early", "late", "later"], fired);
        Assert.Throws<ArgumentOutOfRangeException>(() => scaled.Advance(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => scaled.Factor = 0);

        ITimer Timer(string name, double seconds) => scaled.CreateTimer(_ => fired.Add(name), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Timers_of_a_scaled_clock_agree_with_its_time_whatever_is_done_to_it() => Gen.Select(Gen.Int[0, 4], Gen.Int[1, 90]).Array[1, 30].Try(deeds =>
    {
        var real = new ManualClock();
        var scaled = new ScaledClock(7, real);
        var start = scaled.GetUtcNow();
        var (expected, fired) = (new List<DateTimeOffset>(), 0);
        var timers = new List<ITimer>();
        foreach (var (kind, amount) in deeds)
        {
            switch (kind)
            {
                case 0: real.Advance(TimeSpan.FromSeconds(amount)); break;
                case 1: scaled.IsPaused = amount % 2 == 0; break;
                case 2: scaled.Factor = amount / 8.0; break;
                case 3: scaled.Advance(TimeSpan.FromSeconds(amount)); break;
                default:
                    expected.Add(scaled.GetUtcNow().AddSeconds(amount));
                    timers.Add(scaled.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(amount), Timeout.InfiniteTimeSpan));
                    break;
            }

            real.Advance(TimeSpan.FromMilliseconds(1)); // real timers count milliseconds
            var now = scaled.GetUtcNow();
            Assert.InRange(fired, expected.Count(due => due < now - TimeSpan.FromMilliseconds(scaled.Factor)), expected.Count(due => due <= now));
        }

        timers.ForEach(timer => timer.Dispose());
    });

    [Fact]
    public void A_local_ECS_whose_clock_was_paused_between_two_events_is_advanced_to_the_next()
    {
        var real = new ManualClock();
        var clock = new ScaledClock(3, real);
        using var server = new EcsLocalServer(new EcsLocalOptions { TimeProvider = clock });
        real.Advance(TimeSpan.FromMilliseconds(777));
        clock.IsPaused = true;
        Assert.Equal("Paused", server.Pace);
        Assert.True(server.RunUntilSettled(TimeSpan.FromHours(1)));
        server.Advance(TimeSpan.FromSeconds(5));
        clock.IsPaused = false;
        Assert.Equal("x3", server.Pace);
    }
}
