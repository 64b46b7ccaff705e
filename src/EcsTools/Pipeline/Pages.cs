using System.Runtime.CompilerServices;
using EcsTools.Model;

namespace EcsTools.Pipeline;

/// <summary>Turns the pages of a list operation.</summary>
internal static class Pages
{
    /// <summary>So many empty pages one after the other are an error. ECS gives some where a filter lets nothing through.</summary>
    private const int MostEmptyPages = 100;

    /// <summary>All items, page by page.</summary>
    /// <param name="operation">What lists.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="send">Asks for a page.</param>
    /// <param name="pageSize">How many items a page is to have.</param>
    /// <param name="readsAhead">Whether the next page is asked for as soon as its token is known; else when the last item of the one before was taken.</param>
    /// <param name="cancellation">Ends the listing.</param>
    public static async IAsyncEnumerable<TItem> All<TRequest, TResponse, TItem>(
        this PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, Func<TRequest, Task<TResponse>> send, int pageSize, bool readsAhead, [EnumeratorCancellation] CancellationToken cancellation = default)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        operation.SetLimit(request, pageSize);
        var next = send(request);
        var (asked, emptyPages) = ((string?)null, 0);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = await next;
            var token = operation.Token(page);
            emptyPages = operation.Items(page).Count == 0 ? emptyPages + 1 : 0;
            if (token is not null && (token == asked || emptyPages == MostEmptyPages)) throw Endless(operation, token == asked);
            operation.SetToken(request, asked = token);
            if (readsAhead && token is not null) next = send(request);
            foreach (var item in operation.Items(page)) yield return item;
            if (token is null) yield break;
            if (!readsAhead) next = send(request);
        }
    }

    /// <summary>A list that would never end.</summary>
    private static EcsException Endless(Operation operation, bool isRepeated) => new(
        "EndlessList",
        isRepeated ? $"ECS answered {operation} with the same page token twice, so the list would never end." : $"ECS answered {operation} with {MostEmptyPages} empty pages, so the list might never end.") { Operation = operation.Name };
}
