using EcsTools.Client;
using EcsTools.Local;

namespace EcsTools.Tests.Client;

/// <summary>How fast an endpoint is asked, on a clock that the test moves.</summary>
public sealed class PaceTests
{
    private readonly ManualClock clock = new();
    private readonly Pace pace;

    public PaceTests() => pace = new Pace(clock);

    [Fact]
    public void Nothing_is_held_back_that_nobody_refused()
    {
        for (var call = 0; call < 1000; call++)
        {
            Assert.True(Turn().IsCompleted);
            pace.Pass();
        }

        Assert.False(pace.IsHeld);
    }

    [Fact]
    public void A_refusal_of_few_calls_slows_nothing_down()
    {
        Pass(9);
        Refuse();
        Assert.False(pace.IsHeld);
        Assert.True(Turn().IsCompleted);
    }

    [Fact]
    public void After_a_burst_a_second_passes_and_then_calls_go_as_fast_as_they_got_through()
    {
        Pass(20);
        Refuse();
        var turns = Enumerable.Range(0, 21).Select(_ => Turn()).ToList();

        clock.Advance(TimeSpan.FromSeconds(0.99));
        Assert.DoesNotContain(turns, turn => turn.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1.01));
        Assert.InRange(turns.Count(turn => turn.IsCompleted), 19, 20);
    }

    [Fact]
    public void Calls_that_were_sent_before_it_slowed_down_do_not_slow_it_down_again()
    {
        var sent = pace.Now;
        Pass(20);
        Advance(0.01);
        Refuse();
        for (var late = 0; late < 7; late++) pace.Refuse(sent);

        Assert.InRange(TurnsInASecond(), 19, 20);
    }

    [Fact]
    public void It_is_never_slower_than_what_nobody_refuses()
    {
        Pass(20);
        for (var time = 0; time < 50; time++)
        {
            Refuse();
            Advance(0.5);
        }

        Assert.InRange(TurnsInASecond(), 9, 11);
    }

    [Fact]
    public void It_tries_more_the_longer_it_is_not_refused_and_forgets_in_the_end()
    {
        Pass(20);
        Refuse();
        Advance(5);
        Assert.InRange(TurnsInASecond(), 22, 28);
        Advance(30);
        Assert.True(Turn().IsCompleted);
        Assert.False(pace.IsHeld);
    }

    [Fact]
    public async Task A_call_that_waits_for_its_turn_can_be_cancelled()
    {
        using var stopping = new CancellationTokenSource();
        Pass(20);
        Refuse();
        var turn = pace.WaitAsync(stopping.Token);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
    }

    /// <summary>An endpoint that accepts so many calls per second, by a behavior of the local ECS, is used nearly completely.</summary>
    [Fact]
    public void What_an_endpoint_lets_through_is_used()
    {
        const int limit = 20, calls = 400;
        var (windowEnds, inWindow, passed, refusals) = (TimeSpan.Zero, 0, 0, 0);
        var start = pace.Now;
        while (passed < calls)
        {
            var turn = Turn();
            while (!turn.IsCompleted) Advance(0.005);
            if (pace.Now >= windowEnds) (windowEnds, inWindow) = (pace.Now + TimeSpan.FromSeconds(1), 0);
            if (++inWindow <= limit)
            {
                pace.Pass();
                passed++;
            }
            else
            {
                refusals++;
                Refuse();
            }

            Advance(0.001);
        }

        var ideal = calls / limit;
        Assert.InRange((pace.Now - start).TotalSeconds, ideal - 1, 1.2 * ideal);
        Assert.InRange(refusals, 1, calls / 10);
    }

    private Task Turn() => pace.WaitAsync(TestContext.Current.CancellationToken);

    private void Pass(int calls)
    {
        for (var call = 0; call < calls; call++) pace.Pass();
    }

    private void Refuse() => pace.Refuse(pace.Now);

    private void Advance(double seconds) => clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>How many of those that wait get their turn within the second after the first.</summary>
    private int TurnsInASecond()
    {
        var first = Turn();
        while (!first.IsCompleted) Advance(0.01);
        var others = Enumerable.Range(0, 200).Select(_ => Turn()).ToList();
        Advance(1);
        return others.Count(turn => turn.IsCompleted);
    }
}
