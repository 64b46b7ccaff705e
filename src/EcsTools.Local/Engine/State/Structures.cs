using System.Runtime.CompilerServices;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>
/// Copies of the API's structures. The state hands out copies of the outermost object only; so what lies inside one is never changed
/// in place, but replaced.
/// </summary>
internal static class Structures
{
    /// <summary>A copy whose members can be set without changing the original's.</summary>
    public static T Copy<T>(this T structure)
        where T : class, IStructure => (T)MemberwiseClone(structure);

    /// <summary>A copy that has what another structure has in members of the same names.</summary>
    public static T With<T>(this T structure, IStructure? changes)
        where T : class, IStructure
    {
        var changed = structure.Copy();
        foreach (var member in changes?.GetShape().Members ?? [])
        {
            if (member.Get(changes!) is { } value) changed.GetShape().Find(member.WireName)?.Set(changed, value);
        }

        return changed;
    }

    /// <summary>Whether two structures have the same members with the same values, at every depth.</summary>
    public static bool Same(IStructure? one, IStructure? other) =>
        one is null || other is null ? ReferenceEquals(one, other) : WireJson.ToBytes(one).AsSpan().SequenceEqual(WireJson.ToBytes(other));

    /// <summary>Whether two lists hold the same structures in the same order.</summary>
    public static bool Same<T>(List<T>? one, List<T>? other)
        where T : IStructure => (one?.Count ?? 0) == (other?.Count ?? 0) && (one ?? []).Zip(other ?? []).All(pair => Same(pair.First, pair.Second));

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object MemberwiseClone(object value);
}
