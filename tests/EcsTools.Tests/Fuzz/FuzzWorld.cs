using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EcsTools.Local;
using EcsTools.Local.Http;

namespace EcsTools.Tests.Fuzz;

/// <summary>A local ECS on a manual clock that steps are done to, and the laws that hold after each.</summary>
internal sealed partial class FuzzWorld : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly EcsLocalServer server;
    private readonly KnownArns arns = new();
    private int count;

    private FuzzWorld(SavedState? state = null)
    {
        server = new(new EcsLocalOptions { TimeProvider = new ManualClock(state?.SavedAt) });
        if (state is null) return;
        server.Load(state);
        arns.Learn(Encoding.UTF8.GetString(state.Json.Span));
    }

    /// <summary>The saved state after all steps.</summary>
    public static async Task<SavedState> After(IEnumerable<FuzzStep> steps)
    {
        using var world = new FuzzWorld();
        foreach (var step in steps) await world.Do(step);
        return world.server.Save();
    }

    /// <summary>Does all steps in a world that begins with a state, which may be modified.</summary>
    public static async Task Run(SavedState state, IEnumerable<FuzzStep> steps)
    {
        using var world = new FuzzWorld(state);
        foreach (var step in steps) await world.Do(step);
        world.IsSavedWhole();
        world.GoesOnTheSame();
    }

    /// <summary>Does all steps in a world of their own.</summary>
    /// <exception cref="FuzzFailure">A law did not hold.</exception>
    public static async Task Run(IEnumerable<FuzzStep> steps)
    {
        using var world = new FuzzWorld();
        foreach (var step in steps) await world.Do(step);
        world.GoesOnTheSame();
    }

    public void Dispose() => server.Dispose();

    private async Task Do(FuzzStep step)
    {
        var watch = Stopwatch.StartNew();
        var request = Request(step.IsOperation, step.What, arns.Resolve(step.Body));
        var answer = await server.AnswerAsync(request);
        Demand(watch.Elapsed < Patience, "no request takes long", $"{step.What} took {watch.Elapsed}.");
        if (answer is not { } given) return; // a behavior drops the connection
        var text = Encoding.UTF8.GetString(given.Body.Span);
        var isTold = text.Contains("ServerException", StringComparison.Ordinal) && !text.Contains("Exception:", StringComparison.Ordinal); // by a behavior
        Demand(given.Status < 500 || isTold, $"no fault: {Fault().Match(text).Value.Split(':')[0]} in {step.What}", text);
        var faults = server.GetFaults();
        Demand(faults.Count == 0, $"nothing fails by itself: {Kind(faults)}", string.Join('\n', faults));
        arns.Learn(text);
        if (++count % 8 == 0) IsSavedWhole();
    }

    /// <summary>A saved and loaded state is equal, and so is everything that follows from it.</summary>
    private void IsSavedWhole()
    {
        var saved = server.Save();
        using var other = Copy(saved);
        Same(saved, other.Save(), "what was saved is the same when loaded");
        Demand(Indexes.Of(server.Engine) == Indexes.Of(other.Engine), "indexes agree with the state", $"{Indexes.Of(server.Engine)}\n{Indexes.Of(other.Engine)}");
    }

    private void GoesOnTheSame()
    {
        using var other = Copy(server.Save());
        foreach (var one in new[] { server, other }) one.Advance(TimeSpan.FromMinutes(5));
        Demand(server.GetFaults().Count == 0, $"nothing fails by itself: {Kind(server.GetFaults())}", string.Join('\n', server.GetFaults()));
        Same(server.Save(), other.Save(), "what was loaded goes on as what was saved");
    }

    private static void Same(SavedState one, SavedState other, string law)
    {
        if (one.Json.Span.SequenceEqual(other.Json.Span)) return;
        var (first, second) = (Lines(one), Lines(other));
        var at = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Count();
        throw new FuzzFailure(law, $"From line {at}:\n{string.Join('\n', first.Skip(Math.Max(0, at - 3)).Take(7))}\nand\n{string.Join('\n', second.Skip(Math.Max(0, at - 3)).Take(7))}");
    }

    private static string[] Lines(SavedState state) => Encoding.UTF8.GetString(state.Json.Span).Split('\n');

    private static EcsLocalServer Copy(SavedState state)
    {
        var copy = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ManualClock(state.SavedAt) });
        try
        {
            copy.Load(state);
            return copy;
        }
        catch (FormatException e)
        {
            throw new FuzzFailure("what was saved loads", e.Message);
        }
    }

    private static HttpRequest Request(bool isOperation, string what, string body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Host"] = "127.0.0.1", ["X-EcsTools-Local"] = "yes" };
        if (isOperation) headers["X-Amz-Target"] = $"AmazonEC2ContainerServiceV20141113.{what}";
        return isOperation
            ? new HttpRequest("POST", "/", headers, Encoding.UTF8.GetBytes(body))
            : new HttpRequest(what.Split(' ')[0], what.Split(' ')[1], headers, Encoding.UTF8.GetBytes(body));
    }

    private static string Kind(IReadOnlyList<LocalFault> faults) => faults.Count == 0 ? "" : Digits().Replace(faults[0].Error, "#");

    private static void Demand(bool holds, string law, string message)
    {
        if (!holds) throw new FuzzFailure(law, message);
    }

    [GeneratedRegex("[0-9a-f]{8,}|[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("[A-Za-z]+Exception: .{0,40}")]
    private static partial Regex Fault();
}
