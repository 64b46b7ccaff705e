using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using EcsTools.Local;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets.Meaning;

/// <summary>
/// A local ECS that notes what it is asked for. Requests to a path such as <c>/17/</c> belong to the run of that number. Each run finds the state as
/// <c>/keep</c> kept it, whatever the runs before did; <c>/settle</c> lets everything happen that is due.
/// </summary>
internal sealed class RecordingEcs : IDisposable
{
    private readonly EcsLocalServer ecs = new(new() { TimeProvider = new ManualClock() });
    private readonly ConcurrentDictionary<int, ConcurrentQueue<string>> asked = new();
    private readonly LoopbackListener listener;
    private SavedState? kept;
    private int changedBy;

    public RecordingEcs() => listener = new LoopbackListener(0, AnswerAsync);

    public string Url => $"http://127.0.0.1:{listener.Port}/";

    /// <summary>The requests of a run, as <c>StopTask {"task":…}</c>.</summary>
    public IReadOnlyCollection<string> Asked(int run) => asked.TryGetValue(run, out var requests) ? requests : [];

    public void Dispose()
    {
        listener.Close();
        ecs.Dispose();
    }

    private Task<Answer?> AnswerAsync(HttpRequest request)
    {
        switch (request.Path.Trim('/'))
        {
            case "keep":
                kept = ecs.Save();
                return Task.FromResult<Answer?>(Answer.Text(200, "kept"));
            case "settle":
                return Task.FromResult<Answer?>(Answer.Text(200, $"{ecs.RunUntilSettled(TimeSpan.FromDays(1))}"));
            case var path when int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out var run):
                Note(run, Operation(request.Header("X-Amz-Target")!), request.Body);
                return ecs.AnswerAsync(request with { Target = "/" });
            default:
                return ecs.AnswerAsync(request);
        }
    }

    /// <summary>The operation of a target such as <c>Logs_20140328.FilterLogEvents</c>. Those of other services have their service before it.</summary>
    private static string Operation(string target) => target.Split('.') is ["AmazonEC2ContainerServiceV20141113", var operation]
        ? operation
        : $"{target.Split('_')[0].ToLowerInvariant()}:{target.Split('.')[1]}";

    private void Note(int run, string operation, byte[] body)
    {
        if (changedBy != 0 && changedBy != run)
        {
            ecs.Load(kept!);
            changedBy = 0;
        }

        if (!operation.Contains(':', StringComparison.Ordinal) && !Operations.All.Any(known => known.Name == operation && known.IsReadOnly)) changedBy = run;
        asked.GetOrAdd(run, _ => []).Enqueue($"{operation} {Encoding.UTF8.GetString(body)}");
    }
}
