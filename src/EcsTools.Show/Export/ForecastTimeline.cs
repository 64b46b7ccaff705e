using EcsTools.Forecast.Rehearsals;
using EcsTools.Show.Pictures;
using EcsTools.Show.Timelines;

namespace EcsTools.Show.Export;

/// <summary>The time line of a forecast: the change is made again on a copy, and looked at from moment to moment.</summary>
internal static class ForecastTimeline
{
    /// <summary>Plays a forecast; null if it was made in another process, so that its cluster is not known.</summary>
    public static Timeline? Of(ServiceForecast forecast)
    {
        if (forecast.Origin is not { } origin) return null;
        var (timeline, marks) = (new Timeline(), new Marks());
        using var rehearsal = new Rehearsal(origin.Described);
        rehearsal.Watch(origin.Requests, seen =>
        {
            var picture = Picture.Of(seen);
            marks.Note(seen.Now, Marks.In(picture));
            timeline.Add(Frame.Of(seen.Now, picture.All().Concat(marks.All.Select(mark => ("mark", (IDrawn)mark)))));
        });
        return timeline;
    }
}
