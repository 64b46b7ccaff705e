using System.Net;
using System.Net.Sockets;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A process in which an <see cref="HttpListener"/> answers everything with the same bytes: what the local ECS's HTTP can be at best.</summary>
internal static class FixedAnswers
{
    private static readonly byte[] Answer = """{"clusterArns":["arn:aws:ecs:us-east-1:123456789012:cluster/default"]}"""u8.ToArray();

    public static int Run()
    {
        using var listener = Open(out var url);
        _ = ServeAsync(listener);
        Console.WriteLine(url);
        Console.In.ReadToEnd();
        return 0;
    }

    private static HttpListener Open(out string url)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndPoint!).Port}/";
        probe.Close();
        var listener = new HttpListener();
        listener.Prefixes.Add(url);
        listener.Start();
        return listener;
    }

    private static async Task ServeAsync(HttpListener listener)
    {
        while (true)
        {
            var context = await listener.GetContextAsync();
            ThreadPool.UnsafeQueueUserWorkItem(static context => _ = AnswerAsync(context), context, preferLocal: false);
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context)
    {
        await context.Request.InputStream.CopyToAsync(Stream.Null);
        context.Response.ContentLength64 = Answer.Length;
        await context.Response.OutputStream.WriteAsync(Answer);
        context.Response.Close();
    }
}
