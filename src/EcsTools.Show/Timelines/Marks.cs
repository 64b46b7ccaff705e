using EcsTools.Show.Pictures;

namespace EcsTools.Show.Timelines;

/// <summary>Something that takes time, as a bar on the time line: a rollout, a drain, or an outage.</summary>
internal sealed record Mark(string Id, string Kind, string Label, DateTimeOffset From, DateTimeOffset? To) : IDrawn;

/// <summary>Notes when rollouts, drains and outages begin and end, from one picture to the next.</summary>
internal sealed class Marks
{
    private const int MostEnded = 100;

    private readonly List<Mark> marks = [];

    public IReadOnlyList<Mark> All => marks;

    /// <summary>Records the current events.</summary>
    public void Note(DateTimeOffset time, IEnumerable<(string Kind, string Id, string Label)> goingOn)
    {
        var current = goingOn.DistinctBy(one => (one.Kind, one.Id)).ToDictionary(one => (one.Kind, one.Id), one => one.Label);
        for (var i = 0; i < marks.Count; i++)
        {
            if (marks[i].To is null && !current.Remove((marks[i].Kind, Key(marks[i])))) marks[i] = marks[i] with { To = time };
        }

        foreach (var ((kind, id), label) in current) marks.Add(new(
            $"{kind}/{id}/{time.ToUnixTimeMilliseconds()}", kind, label, time, null));
        while (marks.Count > MostEnded && marks.FindIndex(mark => mark.To is not null) is var ended and >= 0) marks.RemoveAt(ended);
    }

    /// <summary>The rollouts, drains and outages in a picture.</summary>
    public static IEnumerable<(string Kind, string Id, string Label)> In(Picture picture)
    {
        foreach (var service in picture.Services)
        {
            if (service.Deployments.FirstOrDefault(deployment => deployment.State is "IN_PROGRESS") is not { } rollout) continue;
            var from = service.Deployments
                .Where(deployment => deployment.Id != rollout.Id)
                .Select(deployment => $"{deployment.Revision} → ")
                .FirstOrDefault();
            yield return ("rollout", $"{service.Id}/{rollout.Id}", $"{service.Name}: {from}{rollout.Revision}");
        }

        foreach (var instance in picture.Instances)
        {
            if (instance.Status == "DRAINING") yield return ("drain", instance.Id, $"{instance.Name} is draining");
            if (!instance.IsConnected) yield return ("outage", instance.Id, $"{instance.Name}: agent not connected");
        }
    }

    // The ID of a mark ends with the time at which it began.
    private static string Key(Mark mark) => mark.Id[(mark.Kind.Length + 1)..mark.Id.LastIndexOf('/')];
}
