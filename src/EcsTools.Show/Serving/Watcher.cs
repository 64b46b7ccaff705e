using System.Diagnostics;
using EcsTools.Model;
using EcsTools.Show.Pictures;
using EcsTools.Show.Reading;
using EcsTools.Show.Timelines;

namespace EcsTools.Show.Serving;

/// <summary>
/// Reads the clusters while someone looks, and adds what it sees to the time line. All viewers share it. It pauses longer while nothing
/// changes.
/// </summary>
internal sealed class Watcher : IDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly IReadOnlyList<ClusterWatch> clusters;
    private readonly Func<Task<Moment>> clock;
    private readonly (TimeSpan Shortest, TimeSpan Longest) pause;
    private readonly Marks marks = new();
    private readonly Dictionary<ClusterWatch, Picture> last = [];
    private readonly Task reading;
    private TaskCompletionSource nudge = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int viewers;

    /// <param name="clusters">The clusters to read.</param>
    /// <param name="clock">The time of the ECS that is read.</param>
    /// <param name="pause">The pauses between two looks.</param>
    /// <param name="records">Whether it reads when no one looks.</param>
    public Watcher(
        IReadOnlyList<ClusterWatch> clusters, Func<Task<Moment>> clock, (TimeSpan Shortest, TimeSpan Longest) pause, bool records)
    {
        (this.clusters, this.clock, this.pause) = (clusters, clock, pause);
        viewers = records ? 1 : 0;
        reading = Task.Run(Read);
    }

    /// <summary>The frames that were read.</summary>
    public Timeline Timeline { get; } = new();

    /// <summary>The number of times that all clusters were read.</summary>
    public int Looks { get; private set; }

    /// <summary>Someone looks, until what it returns is disposed.</summary>
    public IDisposable Look()
    {
        Interlocked.Increment(ref viewers);
        Nudge();
        return new Viewer(this);
    }

    /// <summary>Ends the pause: something has probably changed.</summary>
    public void Nudge() => Volatile.Read(ref nudge).TrySetResult();

    /// <summary>Stops reading.</summary>
    public void Dispose()
    {
        ending.Cancel();
        Nudge();
    }

    /// <summary>Completes when it has stopped reading.</summary>
    public Task WhenEnded() => reading;

    private async Task Read()
    {
        var wait = pause.Shortest;
        while (!ending.IsCancellationRequested)
        {
            var nudged = Renew();
            if (Volatile.Read(ref viewers) == 0)
            {
                await nudged;
                continue;
            }

            var began = Stopwatch.GetTimestamp();
            wait = await LookOnce() || nudged.IsCompleted ? pause.Shortest : wait * 2 < pause.Longest ? wait * 2 : pause.Longest;
            var took = Stopwatch.GetElapsedTime(began); // reading a large cluster takes at most half of the time
            await Task.WhenAny(nudged, Task.Delay(wait > took ? wait : took, ending.Token));
        }
    }

    private Task Renew()
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref nudge, fresh);
        return fresh.Task;
    }

    private async Task<bool> LookOnce()
    {
        var problems = new List<Problem>();
        foreach (var cluster in clusters)
        {
            try
            {
                last[cluster] = Picture.Of(await cluster.Look((await clock()).Time));
            }
            catch (Exception e) when (e is EcsException or HttpRequestException)
            {
                problems.Add(new(cluster.Name, (e as EcsException)?.ErrorCode ?? "NotReachable", e.Message));
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        var (time, shown) = await Now();
        marks.Note(
            time,
            last.Values
                .SelectMany(Marks.In)
                .Concat(problems.Select(problem => ("outage", problem.Id, $"{problem.Id} can't be read: {problem.Code}"))));
        Looks++;
        return Timeline.Add(Frame.Of(time, last.Values.SelectMany(picture => picture.All())
            .Concat(marks.All.Select(mark => ("mark", (IDrawn)mark)))
            .Concat(problems.Select(problem => ("problem", (IDrawn)problem)))
            .Concat(shown is null ? [] : [("clock", (IDrawn)shown)])));
    }

    private async Task<Moment> Now()
    {
        try
        {
            return await clock();
        }
        catch (HttpRequestException)
        {
            return new(Timeline.Newest?.Time ?? DateTimeOffset.UtcNow, null); // its ECS has ended
        }
    }

    private sealed record Problem(string Id, string Code, string Message) : IDrawn;

    private sealed class Viewer(Watcher watcher) : IDisposable
    {
        private int isGone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGone, 1) == 0) Interlocked.Decrement(ref watcher.viewers);
        }
    }
}
