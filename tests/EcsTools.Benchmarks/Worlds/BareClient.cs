using System.Net.Http.Headers;
using System.Text;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>The least that a client can do: one <see cref="HttpClient"/>, no signature, bytes read and dropped.</summary>
internal sealed class BareClient(string url) : IDisposable
{
    private readonly HttpClient http = new();

    /// <summary>Sends one request and reads the answer's bytes.</summary>
    public async Task<byte[]> AskAsync(string operation, string body)
    {
        using var request = Request(operation, body);
        using var response = await http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    /// <summary>Sends one request and drops the answer's bytes as they come.</summary>
    public async Task DropAsync(string operation, string body)
    {
        using var request = Request(operation, body);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await response.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
    }

    public byte[] Ask(string operation, string body) => AskAsync(operation, body).GetAwaiter().GetResult();

    /// <summary>Sets the behavior of the API of the local ECS.</summary>
    public void Behave(string behaviors)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url + "_local/behavior") { Content = new StringContent(behaviors) };
        request.Headers.Add("X-EcsTools-Local", "yes");
        using var response = http.Send(request);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(string operation, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", "AmazonEC2ContainerServiceV20141113." + operation);
        return request;
    }
}
