namespace EcsTools.Local.Engine.State;

/// <summary>
/// The members of an API structure that the engine always sets, as in <c>configuration.hostSharedAlb</c>. A saved state without one of them
/// is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AlwaysAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string[]> Members { get; } = [.. members.Select(member => member.Split('.'))];
}
