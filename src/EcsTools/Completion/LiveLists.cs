using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Lists as completers read them.</summary>
internal static class LiveLists
{
    /// <summary>More items than this help no one who presses Tab, and each page costs time.</summary>
    private const int Max = 1000;

    /// <summary>The first items of a list, on as many pages as they take.</summary>
    public static async Task<IReadOnlyList<TItem>> First<TRequest, TResponse, TItem>(
        this IEcsClient client,
        PagedOperation<TRequest, TResponse, TItem> operation,
        TRequest request,
        CancellationToken cancellation,
        int? pageSize = Sizes.Page)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new() =>
        await operation
            .All(request, (page, asked) => client.SendAsync(page, asked, null, cancellation), pageSize, readsAhead: false, cancellation)
            .Gather(cancellation, Max)
            .ConfigureAwait(false);
}
