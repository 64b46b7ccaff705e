using System.Collections;
using CsCheck;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

/// <summary>A copy has what the original has, and shares nothing with it that could be changed.</summary>
public sealed class CopyTests
{
    private const int Instances = 20;

    [Fact]
    public void A_copy_is_the_same_and_shares_nothing() => Assert.All([.. AllStructures.Shapes, .. AllStructures.OfOtherServices], shape => RandomStructures.Of(shape).Try(
        original =>
        {
            var copy = original.Copy();
            return Alike.Are(original, copy) && !Inside(original).Overlaps(Inside(copy));
        },
        iter: Instances));

    [Fact]
    public void What_a_structure_has_beside_the_members_of_the_API_is_copied_too() => Assert.All(AllStructures.Shapes, shape =>
    {
        var original = (IStructure)shape.Create();
        var own = shape.Type.GetProperties().Where(property => property.CanWrite && shape.Members.All(member => member.PropertyName != property.Name)).ToList();
        foreach (var property in own) property.SetValue(original, property.PropertyType == typeof(string) ? "x" : Activator.CreateInstance(property.PropertyType));
        var copy = original.Copy();
        Assert.All(own, property => Assert.Equal(property.GetValue(original), property.GetValue(copy)), throwIfEmpty: false);
        Assert.Equal(own.Where(property => property.PropertyType != typeof(string)), own.Where(property => !ReferenceEquals(property.GetValue(original), property.GetValue(copy))));
    });

    [Fact]
    public void A_member_is_that_of_its_own_structure_only()
    {
        var name = ((IStructure)new Service()).GetShape().Find("serviceName")!;
        Assert.Throws<ArgumentException>(() => name.Get(new Cluster { ClusterName = "shop" }));
        Assert.Throws<ArgumentException>(() => name.Set(new Cluster(), "web"));
    }

    /// <summary>All objects inside a value that can be changed, at any depth.</summary>
    private static HashSet<object> Inside(object value)
    {
        var found = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Walk(value);
        return found;

        void Walk(object? value)
        {
            if (value is null or string or ValueType) return;
            found.Add(value);
            foreach (var inner in value switch
            {
                IStructure structure => structure.GetShape().Members.Select(member => member.Get(structure)),
                IDictionary map => map.Values.Cast<object?>(),
                IEnumerable list => list.Cast<object?>(),
                _ => [],
            }) Walk(inner);
        }
    }
}
