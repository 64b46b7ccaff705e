using System.Net.Http.Headers;
using System.Text;
using EcsTools.Local;

namespace EcsTools.Benchmarks;

/// <summary>A local ECS with a cluster full of tasks, and the barest way to ask it.</summary>
public sealed class FilledCluster : IDisposable
{
    private readonly EcsLocalServer server = new(new EcsLocalOptions { TimeProvider = new ManualClock() });
    private readonly HttpClient http = new();

    /// <summary>Fills a cluster: a hundred tasks an instance, and no more instances than that takes.</summary>
    public FilledCluster(int tasks)
    {
        server.Start();
        Ask("CreateCluster", """{"clusterName":"default"}""");
        for (var instance = 0; instance < tasks / 100; instance++)
            Ask("RegisterContainerInstance", """{"totalResources":[{"name":"CPU","type":"INTEGER","integerValue":102400},{"name":"MEMORY","type":"INTEGER","integerValue":102400}]}""");
        Ask("RegisterTaskDefinition", """{"family":"web","containerDefinitions":[{"name":"web","image":"nginx","cpu":8,"memory":8}]}""");
        for (var call = 0; call < tasks / 10; call++) Ask("RunTask", """{"taskDefinition":"web","count":10}""");
        server.RunUntilSettled(TimeSpan.FromHours(1));
    }

    /// <summary>Where it serves.</summary>
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

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        server.Dispose();
    }

    private void Ask(string operation, string body) => AskAsync(operation, body).GetAwaiter().GetResult();
}
