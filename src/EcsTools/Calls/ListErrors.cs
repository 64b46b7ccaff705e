using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>The errors of a list among several.</summary>
internal static class ListErrors
{
    /// <summary>
    /// A stream whose error is reported as an error about a resource, and ends the stream: other lists continue. A missing cluster isn't an
    /// error about the resource.
    /// </summary>
    public static async IAsyncEnumerable<T> OrErrorAbout<T>(this IAsyncEnumerable<T> source, object? thing, JobOutput output)
    {
        await using var items = source.GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await items.MoveNextAsync()) yield break;
            }
            catch (EcsException e) when (e.ErrorCode != "ClusterNotFoundException")
            {
                await output.Error(e, thing);
                yield break;
            }

            yield return items.Current;
        }
    }
}
