using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using EcsTools.Local;
using EcsTools.Local.Api;
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

    /// <summary>The requests of a run, as <c>StopTask {"task":…}</c>. Those to another service than ECS have its name before them, as in <c>logs:GetLogEvents</c>.</summary>
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
                Note(run, Handlers.FindTarget(request.Header("X-Amz-Target")!)!.Operation, request.Body);
                return ecs.AnswerAsync(request with { Target = "/" });
            default:
                return ecs.AnswerAsync(request);
        }
    }

    private void Note(int run, Operation operation, byte[] body)
    {
        if (changedBy != 0 && changedBy != run)
        {
            ecs.Load(kept!);
            changedBy = 0;
        }

        if (!operation.IsReadOnly) changedBy = run;
        var name = operation.Service == Operations.Service ? operation.Name : $"{operation.Service.Host}:{operation.Name}";
        asked.GetOrAdd(run, _ => []).Enqueue($"{name} {Encoding.UTF8.GetString(body)}");
    }
}
