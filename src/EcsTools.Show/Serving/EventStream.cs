using System.Globalization;
using System.Text;
using EcsTools.Show.Timelines;

namespace EcsTools.Show.Serving;

/// <summary>Sends the time line to a page as server-sent events: first what the page has not seen, then each step as it comes.</summary>
internal static class EventStream
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static async Task Write(Watcher watcher, long after, Stream stream, CancellationToken gone)
    {
        using var looking = watcher.Look();
        await stream.WriteAsync("retry: 1000\n\n"u8.ToArray(), gone);
        while (true)
        {
            var (isWhole, changes) = watcher.Timeline.After(after);
            if (isWhole) await stream.WriteAsync("event: restart\ndata: {}\n\n"u8.ToArray(), gone);
            foreach (var change in changes)
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {change.Number}\nevent: step\ndata: ")),
                    gone);
                await stream.WriteAsync(change.ToJson(), gone);
                await stream.WriteAsync("\n\n"u8.ToArray(), gone);
                after = change.Number;
            }

            await stream.WriteAsync("event: now\ndata: {}\n\n"u8.ToArray(), gone);
            var next = watcher.Timeline.WhenAfter(after);
            while (await Task.WhenAny(next, Task.Delay(Heartbeat, gone)) != next)
                await stream.WriteAsync(": still here\n\n"u8.ToArray(), gone);
        }
    }
}
