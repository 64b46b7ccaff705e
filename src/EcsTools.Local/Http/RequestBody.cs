using System.Net;

namespace EcsTools.Local;

/// <summary>Reads what a request carries.</summary>
internal static class RequestBody
{
    public static async Task<byte[]> ReadBodyAsync(this HttpListenerRequest request)
    {
        if (!request.HasEntityBody) return [];
        if (request.ContentLength64 >= 0)
        {
            var body = new byte[request.ContentLength64];
            await request.InputStream.ReadExactlyAsync(body);
            return body;
        }

        using var chunks = new MemoryStream();
        await request.InputStream.CopyToAsync(chunks);
        return chunks.ToArray();
    }
}
