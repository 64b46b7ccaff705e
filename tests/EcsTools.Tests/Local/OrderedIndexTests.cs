using CsCheck;
using EcsTools.Local.Engine.State;

namespace EcsTools.Tests.Local;

public class OrderedIndexTests
{
    /// <summary>It lists the same items as a sorted set, after any additions and removals.</summary>
    [Fact]
    public void Things_stay_in_the_order_of_their_numbers() =>
        Gen.Select(Gen.Int[0, 20], Gen.Bool).Array[0, 80].Try(steps =>
        {
            var things = Enumerable.Range(0, 21).Select(number => new Thing(number)).ToArray();
            var (list, plain) = (new OrderedIndex<Thing>(), new SortedSet<long>());
            foreach (var (number, isAdded) in steps)
            {
                if (!isAdded) Assert.Equal(plain.Remove(number), list.Remove(things[number]));
                else if (plain.Add(number)) list.Add(things[number]);
                Assert.Equal(plain, list.Select(thing => thing.Number));
                Assert.Equal(plain.Where(other => other > number), list.After(number).Select(thing => thing.Number));
                Assert.Equal(plain.Count, list.Count);
            }
        });

    [Fact]
    public void A_number_is_given_once()
    {
        var list = new OrderedIndex<Thing> { new(1), new(2) };
        Assert.Throws<ArgumentException>(() => list.Add(new(1)));
        Assert.Empty(list.After(long.MaxValue));
    }

    [Fact]
    public void Lists_merge_in_the_order_of_numbers() =>
        Assert.Equal([1, 2, 3, 5, 8, 9], new OrderedIndex<Thing>[] { [new(2), new(3), new(9)], [], [new(1), new(8)], [new(5)] }.Merge().Select(thing => thing.Number));

    private sealed record Thing(long Number) : IOrdered
    {
        public string Id => $"thing {Number}";
    }
}
