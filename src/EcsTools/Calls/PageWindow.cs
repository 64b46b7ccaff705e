using System.Management.Automation;

namespace EcsTools.Calls;

/// <summary>The part of a list that -Skip and -First leave. Lists that are read side by side count together.</summary>
/// <param name="paging">The parameters; null for a cmdlet that has none.</param>
internal sealed class PageWindow(PagingParameters? paging)
{
    private readonly object counting = new();
    private ulong skipped;
    private ulong taken;

    /// <summary>Whether nothing more is taken.</summary>
    public bool IsFull => paging is not null && taken >= paging.First;

    /// <summary>Counts an item, and returns whether it's in the window.</summary>
    public bool Takes()
    {
        if (paging is null) return true;
        lock (counting) return skipped++ >= paging.Skip && taken++ < paging.First;
    }
}
