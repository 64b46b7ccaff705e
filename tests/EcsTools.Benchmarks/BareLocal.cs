using System.Net.Http.Headers;
using System.Text;
using EcsTools.Local;

namespace EcsTools.Benchmarks;

/// <summary>A local ECS on a manual clock, and the barest way to ask it.</summary>
internal sealed class BareLocal : IDisposable
{
    private readonly EcsLocalServer server = new(new EcsLocalOptions { TimeProvider = new ManualClock() });
    private readonly HttpClient http = new();

    public BareLocal() => server.Start();

    public Uri Url => server.Url;

    /// <summary>Sends one request and reads the answer's bytes.</summary>
    public async Task<byte[]> AskAsync(string operation, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", "AmazonEC2ContainerServiceV20141113." + operation);
        using var response = await http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    public void Ask(string operation, string body) => AskAsync(operation, body).GetAwaiter().GetResult();

    /// <summary>Registers instances in three zones, all of one size.</summary>
    public void AddInstances(int count, int cpu, int memory)
    {
        for (var instance = 0; instance < count; instance++)
        {
            Ask("RegisterContainerInstance", $$$"""
                {"attributes":[{"name":"ecs.availability-zone","value":"us-east-1{{{"abc"[instance % 3]}}}"}],
                 "totalResources":[{"name":"CPU","type":"INTEGER","integerValue":{{{cpu}}}},{"name":"MEMORY","type":"INTEGER","integerValue":{{{memory}}}}]}
                """);
        }
    }

    public void Settle()
    {
        if (!server.RunUntilSettled(TimeSpan.FromHours(3))) throw new InvalidOperationException("The local ECS did not settle within three hours.");
    }

    public void Dispose()
    {
        http.Dispose();
        server.Dispose();
    }
}
