using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EcsTools.Local.Engine.Core;

namespace EcsTools.Local.Http;

/// <summary>The clock over HTTP: what time it is, and, where it is a manual one, moving it.</summary>
internal sealed class ClockPath(LocalTime time)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public Answer Show() => Answer.Json(JsonSerializer.SerializeToUtf8Bytes(new Shown(time.Pace, time.Now, time.IsSettled), Options));

    public Answer Move(HttpRequest request)
    {
        Movement move;
        try
        {
            move = JsonSerializer.Deserialize<Movement>(request.Body, Options) ?? new Movement(null, null, null);
        }
        catch (JsonException e)
        {
            return Answer.Text(400, $"The clock wasn't advanced: {e.Message}");
        }

        if (!time.IsManual) return Answer.Text(409, $"The clock wasn't advanced: only a manual clock can be advanced, and this clock is {time.Pace}.");
        if (TimeSpan.FromSeconds(Math.Clamp(move.AdvanceSeconds ?? 0, 0, Movement.Longest)) > LocalTime.Latest - time.Now) return Answer.Text(400, $"The clock wasn't advanced: it can't be advanced past the year {LocalTime.Latest.Year}.");
        switch (move)
        {
            case { AdvanceSeconds: >= 0 and <= Movement.Longest and var seconds, SettleWithinSeconds: null, ToNextEvent: null }: time.Advance(TimeSpan.FromSeconds(seconds)); break;
            case { AdvanceSeconds: null, SettleWithinSeconds: >= 0 and <= Movement.Longest and var limit, ToNextEvent: null }: time.RunUntilSettled(TimeSpan.FromSeconds(limit)); break;
            case { AdvanceSeconds: null, SettleWithinSeconds: null, ToNextEvent: true }: time.Step(); break;
            default: return Answer.Text(400, "The clock wasn't advanced: specify either advanceSeconds or settleWithinSeconds, from 0 to a hundred years, or toNextEvent.");
        }

        return Show();
    }

    private sealed record Shown(string Clock, DateTimeOffset Time, bool IsSettled);

    private sealed record Movement(double? AdvanceSeconds, double? SettleWithinSeconds, bool? ToNextEvent)
    {
        public const double Longest = 100.0 * 365 * 24 * 60 * 60;
    }
}
