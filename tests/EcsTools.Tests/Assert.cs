namespace EcsTools.Tests;

/// <summary>The assertions of xunit, with one difference: what holds for all items of a list needs a list with items.</summary>
internal sealed class Assert : Xunit.Assert
{
    /// <summary>
    /// Fails for an empty list, because an assertion about none of its items could not fail.
    /// A test whose list may be empty specifies: <c>throwIfEmpty: false</c>.
    /// </summary>
    public static new void All<T>(IEnumerable<T> collection, Action<T> action) => Xunit.Assert.All(collection, action, throwIfEmpty: true);
}
