using System.Runtime.CompilerServices;
using EcsTools.Model;

namespace EcsTools.Pipeline;

/// <summary>Turns the pages of a list operation.</summary>
internal static class Pages
{
    /// <summary>The largest page that most operations give.</summary>
    public const int Largest = 100;

    /// <summary>All items, page by page; the next page is asked for when the last item of the one before was taken.</summary>
    public static async IAsyncEnumerable<TItem> All<TRequest, TResponse, TItem>(
        this PagedOperation<TRequest, TResponse, TItem> operation, TRequest request, Func<TRequest, Task<TResponse>> send, int pageSize, [EnumeratorCancellation] CancellationToken cancellation = default)
        where TRequest : class, IStructure<TRequest>, new()
        where TResponse : class, IStructure<TResponse>, new()
    {
        operation.SetLimit(request, pageSize);
        string? token;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var page = await send(request);
            foreach (var item in operation.Items(page)) yield return item;
            token = operation.Token(page);
            operation.SetToken(request, token);
        }
        while (token is not null);
    }
}
