
using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Http;

/// <summary>The control requests of a local ECS. They require a header that a web page can't send by itself.</summary>
internal sealed class ControlPaths(EcsEngine engine, LaggingReads? lagging, ClockPath clock, SpotPath spot)
{
    private const string Header = "X-EcsTools-Local";
    private const string Paths =
        "POST /_local/reset, GET and PUT /_local/state, GET, PUT and DELETE /_local/behavior, GET and POST /_local/clock, POST /_local/spot-interruption";

    public Answer Handle(HttpRequest request)
    {
        if (request.Header(Header) is null)
            return Answer.Text(403, $"Control paths take requests with the header {Header} only, of any value.");
        return (request.Method, request.Path) switch
        {
            ("POST", "/_local/reset") => ResetAll(),
            ("GET", "/_local/state") => Answer.Json(engine.Save()),
            ("PUT", "/_local/state") => Load(request),
            ("GET", "/_local/behavior") => Answer.Json(StateJson.Write(engine.GetBehaviors())),
            ("PUT", "/_local/behavior") => Behave(request),
            ("DELETE", "/_local/behavior") => Behave(new LocalBehaviors()),
            ("GET", "/_local/clock") => clock.Show(),
            ("POST", "/_local/clock") => clock.Move(request),
            ("POST", "/_local/spot-interruption") => spot.Interrupt(request),
            _ => Answer.Text(404, $"There is no {request.Method} {request.Path}. There are {Paths}."),
        };
    }

    /// <summary>Replaces the whole state, for reads too.</summary>
    /// <exception cref="StateException">The JSON isn't a state. Nothing was changed.</exception>
    public void Load(ReadOnlyMemory<byte> json)
    {
        engine.Load(json.Span);
        lagging?.Replace(past => past.Load(json.Span));
    }

    /// <summary>Deletes the whole state, for reads too.</summary>
    public void Reset()
    {
        engine.Reset();
        lagging?.Replace(past => past.Reset());
    }

    /// <summary>Starts the random choices again from the seed, for reads too.</summary>
    public void Reseed()
    {
        engine.Reseed();
        lagging?.Replace(past => past.Reseed());
    }

    /// <summary>Changes the behaviors, also for the engine of delayed reads.</summary>
    /// <exception cref="BehaviorException">One of them makes no sense. Nothing was changed.</exception>
    public void ChangeBehaviors(Func<LocalBehaviors, LocalBehaviors> change) => engine.ChangeBehaviors(all =>
    {
        var changed = change(all);
        BehaviorRules.Enforce(changed);
        lagging?.Repeat(engine.Now, past => past.ChangeBehaviors(_ => changed));
        return changed;
    });

    private Answer ResetAll()
    {
        Reset();
        return Answer.Text(200, "The state was deleted.");
    }

    private Answer Behave(HttpRequest request)
    {
        try
        {
            return Behave(StateJson.ReadBehaviors(request.Body));
        }
        catch (BehaviorException e)
        {
            return Answer.Text(400, $"Nothing was changed. {e.Message}");
        }
    }

    private Answer Behave(LocalBehaviors behaviors)
    {
        ChangeBehaviors(_ => behaviors);
        return Answer.Text(200, "The behaviors were replaced.");
    }

    private Answer Load(HttpRequest request)
    {
        try
        {
            Load(request.Body.AsMemory());
            return Answer.Text(200, "The state was replaced.");
        }
        catch (StateException e)
        {
            return Answer.Text(400, $"Nothing was changed, because this isn't a state of a local ECS: {e.Message}");
        }
    }
}
