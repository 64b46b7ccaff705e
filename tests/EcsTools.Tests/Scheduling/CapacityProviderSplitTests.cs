using CsCheck;
using EcsTools.Scheduling.Services;

namespace EcsTools.Tests.Scheduling;

public class CapacityProviderSplitTests
{
    [Theory]
    [InlineData(5, 1, 4)]
    [InlineData(10, 2, 8)]
    [InlineData(1, 0, 1)]
    public void One_to_four_means_four_for_every_one(int count, int first, int second) =>
        Assert.Equal([first, second], CapacityProviderSplit.Split([new(0, 1), new(0, 4)], count));

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 2, 0)]
    [InlineData(12, 4, 8)]
    public void The_base_is_filled_before_weights_count(int count, int first, int second) =>
        Assert.Equal([first, second], CapacityProviderSplit.Split([new(2, 1), new(0, 4)], count));

    [Fact]
    public void A_provider_without_weight_gets_its_base_and_no_more() =>
        Assert.Equal([3, 7], CapacityProviderSplit.Split([new(3, 0), new(0, 1)], 10));

    [Fact]
    public void The_only_provider_gets_all() => Assert.Equal([10], CapacityProviderSplit.Split([new(0, 0)], 10));

    [Fact]
    public void Several_providers_without_any_weight_are_refused() =>
        Assert.Throws<ArgumentException>(() => CapacityProviderSplit.Split([new(1, 0), new(0, 0)], 1));

    [Fact]
    public void Tasks_added_later_go_where_they_would_have_gone_at_once() =>
        Gen.Select(Gen.Select(Gen.Int[0, 5], Gen.Int[1, 10]).Array[1, 5], Gen.Int[0, 50], Gen.Int[0, 50]).Try((shares, first, more) =>
        {
            var strategy = shares.Select(share => new CapacityShare(share.Item1, share.Item2)).ToArray();
            var before = CapacityProviderSplit.Split(strategy, first);
            var added = CapacityProviderSplit.Split(strategy, more, before);
            Assert.Equal(CapacityProviderSplit.Split(strategy, first + more), before.Zip(added, (x, y) => x + y));
        });
}
