using CsCheck;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

/// <summary>Two structures are equal when their members are: what -eq, Should -Be, Compare-Object and Group-Object go by.</summary>
public sealed class EqualityTests
{
    private const int Instances = 20;

    [Fact]
    public void A_structure_equals_its_copy() => Assert.All(AllStructures.Shapes, shape => RandomStructures.Of(shape).Try(
        original =>
        {
            var copy = AnyStructure.Read(shape, WireJson.ToBytes(original));
            return original.Equals(copy) && original.GetHashCode() == copy.GetHashCode() && Order(original, copy) == 0;
        },
        iter: Instances));

    [Fact]
    public void Each_member_makes_a_difference_that_has_an_order() => Assert.All(AllStructures.Shapes.Where(shape => shape.Members.Count > 0), shape => Assert.All(shape.Members, member =>
        RandomStructures.ValueOf(member.Value).Try(
            value =>
            {
                if (value is System.Collections.ICollection { Count: 0 }) return true; // as good as missing
                var (empty, other) = ((IStructure)shape.Create(), (IStructure)shape.Create());
                member.Set(other, value);
                return !empty.Equals(other) && !other.Equals(empty) && Order(empty, other) != 0 && Math.Sign(Order(empty, other)) == -Math.Sign(Order(other, empty));
            },
            iter: 3)));

    [Fact]
    public void Things_sort_by_what_they_are_called_and_before_nothing()
    {
        Service[] services = [new() { ServiceName = "worker" }, new() { ServiceName = "API", DesiredCount = 3 }, new() { ServiceName = "web" }];
        Assert.Equal(["API", "web", "worker"], services.Order().Select(service => $"{service}"));
        Assert.True(Order(services[0], null) > 0);
        Assert.Equal(0, Order(services[2], "web")); // as text, as before
    }

    [Fact]
    public void A_missing_list_equals_an_empty_one() => Assert.Equal(new Service { Events = [] }, new Service());

    private static int Order(IStructure one, object? other) => ((IComparable)one).CompareTo(other);
}
