using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Work = System.Threading.Tasks.Task;

namespace EcsTools.Model;

/// <summary>Streams of lists that are read page by page: the queries that LINQ has for whole lists.</summary>
internal static class Streams
{
    /// <summary>Works on several items at once, and returns the results in order. The source is read on in the meantime.</summary>
    public static async IAsyncEnumerable<TResult> Select<T, TResult>(
        IAsyncEnumerable<T> source,
        int degree,
        Func<T, CancellationToken, Task<TResult>> work,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Besides the results in the channel, one is being awaited, and one waits for a free slot.
        var results = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(Math.Max(1, degree - 2))
        {
            SingleReader = true,
            SingleWriter = true,
            AllowSynchronousContinuations = true,
        });
        var reading = Read(source, work, results.Writer, ended.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellation)) yield return await result;
        }
        finally
        {
            await ended.CancelAsync();
            await reading;
        }
    }

    /// <summary>The first items, at most so many, as a list.</summary>
    public static async Task<List<T>> Gather<T>(this IAsyncEnumerable<T> source, CancellationToken cancellation, int most = int.MaxValue)
    {
        var items = new List<T>();
        await foreach (var item in source.WithCancellation(cancellation).ConfigureAwait(false))
        {
            items.Add(item);
            if (items.Count >= most) break;
        }

        return items;
    }

    /// <summary>A stream of what is already there.</summary>
    public static async IAsyncEnumerable<T> Stream<T>(this IEnumerable<T> items)
    {
        await Work.CompletedTask;
        foreach (var item in items) yield return item;
    }

    /// <summary>One stream after the other.</summary>
    public static async IAsyncEnumerable<T> Then<T>(
        this IAsyncEnumerable<T> first, IAsyncEnumerable<T> second, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var item in first.WithCancellation(cancellation)) yield return item;
        await foreach (var item in second.WithCancellation(cancellation)) yield return item;
    }

    /// <summary>The items that are wanted.</summary>
    public static async IAsyncEnumerable<T> Where<T>(
        this IAsyncEnumerable<T> source, Func<T, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var item in source.WithCancellation(cancellation))
        {
            if (isWanted(item)) yield return item;
        }
    }

    /// <summary>Groups a stream into lists of a size; the last may be shorter.</summary>
    public static async IAsyncEnumerable<List<T>> Chunk<T>(
        IAsyncEnumerable<T> source, int size, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var chunk = new List<T>(size);
        await foreach (var item in source.WithCancellation(cancellation))
        {
            chunk.Add(item);
            if (chunk.Count < size) continue;
            yield return chunk;
            chunk = new List<T>(size);
        }

        if (chunk.Count > 0) yield return chunk;
    }

    private static async Work Read<T, TResult>(
        IAsyncEnumerable<T> source,
        Func<T, CancellationToken, Task<TResult>> work,
        ChannelWriter<Task<TResult>> results,
        CancellationToken ended)
    {
        try
        {
            Work? first = null;
            await foreach (var item in source.WithCancellation(ended))
            {
                var result = work(item, ended);
                await results.WriteAsync(result, ended);
                if (first is null) await Work.WhenAny(first = result); // nothing gets in the way of the first
            }

            results.Complete();
        }
        catch (Exception e)
        {
            results.Complete(e); // the reader of the stream throws it
        }
    }
}
