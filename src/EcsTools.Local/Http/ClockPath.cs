using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EcsTools.Local.Engine.Core;

namespace EcsTools.Local.Http;

/// <summary>The clock over HTTP: what time it is, advancing it, and, where it runs by itself, its speed and its pauses.</summary>
internal sealed class ClockPath(LocalTime time)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public Answer Show() =>
        Answer.Json(JsonSerializer.SerializeToUtf8Bytes(
            new Shown(time.Pace, time.Now, time.IsSettled, time.Running?.Factor, time.Running?.IsPaused), Options));

    public Answer Move(HttpRequest request)
    {
        try
        {
            var move = JsonSerializer.Deserialize<Movement>(request.Body, Options) ?? new Movement(null, null, null, null, null);
            return move is { Speed: null, IsPaused: null } ? Advance(move) : Run(move);
        }
        catch (JsonException e)
        {
            return Refused(400, e.Message);
        }
    }

    private Answer Advance(Movement move)
    {
        if (!time.IsManual && time.Running is null) return Refused(409, "the clock of this local ECS can't be advanced.");
        if (TimeSpan.FromSeconds(Math.Clamp(move.AdvanceSeconds ?? 0, 0, Movement.Longest)) > LocalTime.Latest - time.Now)
            return Refused(400, $"it can't be advanced past the year {LocalTime.Latest.Year}.");
        switch (move)
        {
            case { AdvanceSeconds: >= 0 and <= Movement.Longest
                and var seconds, SettleWithinSeconds: null, ToNextEvent: null }: time.Advance(TimeSpan.FromSeconds(seconds)); break;
            case { AdvanceSeconds: null, SettleWithinSeconds: >= 0 and <= Movement.Longest
                and var limit, ToNextEvent: null }: time.RunUntilSettled(TimeSpan.FromSeconds(limit)); break;
            case { AdvanceSeconds: null, SettleWithinSeconds: null, ToNextEvent: true }: time.Step(); break;
            default: return Refused(
                400,
                "specify either advanceSeconds or settleWithinSeconds, from 0 to a hundred years, or toNextEvent, or speed and isPaused.");
        }

        return Show();
    }

    private Answer Run(Movement move)
    {
        if (move is not { AdvanceSeconds: null, SettleWithinSeconds: null, ToNextEvent: null, Speed: null
            or (>= Movement.Slowest and <= Movement.Fastest) })
            return Refused(400, "specify speed, from 0.001 to 100000, and isPaused without other members.");
        if (time.Running is not { } clock)
            return Refused(409, $"only a clock that runs by itself has a speed and can be paused, and this clock is {time.Pace}.");
        if (move.Speed is { } speed) clock.Factor = speed;
        if (move.IsPaused is { } isPaused) clock.IsPaused = isPaused;
        return Show();
    }

    private static Answer Refused(int status, string reason) => Answer.Text(status, $"The clock wasn't changed: {reason}");

    private sealed record Shown(string Clock, DateTimeOffset Time, bool IsSettled, double? Speed, bool? IsPaused);

    private sealed record Movement(double? AdvanceSeconds, double? SettleWithinSeconds, bool? ToNextEvent, double? Speed, bool? IsPaused)
    {
        public const double Longest = 100.0 * 365 * 24 * 60 * 60, Slowest = 0.001, Fastest = 100_000;
    }
}
