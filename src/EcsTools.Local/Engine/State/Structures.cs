using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>The API's structures, changed and compared.</summary>
internal static class Structures
{
    /// <summary>A copy that has what another structure has in members of the same names.</summary>
    public static T With<T>(this T structure, IStructure? changes)
        where T : class, IStructure
    {
        var changed = structure.Copy();
        if (changes?.Copy() is not { } values) return changed;
        foreach (var member in values.GetShape().Members)
        {
            if (member.Get(values) is { } value) changed.GetShape().Find(member.WireName)?.Set(changed, value);
        }

        return changed;
    }

    /// <summary>Whether two structures have the same members with the same values, at every depth.</summary>
    public static bool Same(IStructure? one, IStructure? other) =>
        one is null || other is null ? ReferenceEquals(one, other) : WireJson.ToBytes(one).AsSpan().SequenceEqual(WireJson.ToBytes(other));

    /// <summary>Whether two lists hold the same structures in the same order.</summary>
    public static bool Same<T>(List<T>? one, List<T>? other)
        where T : IStructure =>
            (one?.Count ?? 0) == (other?.Count ?? 0) && (one ?? []).Zip(other ?? []).All(pair => Same(pair.First, pair.Second));
}
