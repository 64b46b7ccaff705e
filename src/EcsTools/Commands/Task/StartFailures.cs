using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Tasks that were asked for and did not start: one error a reason, however many calls and instances gave it.</summary>
/// <param name="asked">How many tasks were asked for.</param>
/// <param name="subject">Their subject: "task definition web in cluster prod".</param>
internal sealed class StartFailures(int asked, string subject)
{
    private readonly List<(EcsException Error, int Tasks)> refused = [];
    private readonly List<Failure> failures = [];
    private int unplaced;

    /// <summary>Whether any task did not start.</summary>
    public bool Exists => refused.Count > 0 || unplaced > 0;

    /// <summary>Whether ECS would refuse every further call in the same way.</summary>
    public bool ConcernsEveryCall => refused.Exists(one => Errors.ConcernsEveryCall(one.Error));

    /// <summary>A call that was refused as a whole.</summary>
    public void Add(EcsException error, int tasks) => refused.Add((error, tasks));

    /// <summary>A call that started fewer tasks than it was asked for.</summary>
    public void Add(List<Failure>? reasons, int tasks)
    {
        failures.AddRange(reasons ?? []);
        unplaced += tasks;
    }

    public async Task Write(JobOutput output)
    {
        foreach (var same in refused.GroupBy(one => (one.Error.ErrorCode, one.Error.Message)))
            await output.Error(same.First().Error, asked == 1 ? subject : $"{same.Sum(one => one.Tasks)} of {asked} tasks of {subject}");
        await output.Errors(failures.GroupBy(failure => failure.Reason).Select(Summary), nameof(Operations.RunTask));
    }

    /// <summary>The first instance that gave a reason stands for all that did.</summary>
    private Failure Summary(IEnumerable<Failure> same)
    {
        var first = same.First();
        var others = same.Select(failure => failure.Arn).Distinct().Count() - 1;
        string?[] details =
        [
            first.Detail,
            asked == 1 ? "the task did not start" : $"{unplaced} of {asked} tasks did not start",
            others == 0 ? null : $"{others} more container {(others == 1 ? "instance" : "instances")} refused for the same reason",
        ];
        return new() { Arn = first.Arn, Reason = first.Reason, Detail = string.Join("; ", details.OfType<string>()) };
    }
}
