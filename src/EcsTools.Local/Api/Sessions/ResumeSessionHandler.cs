using EcsTools.Local.Engine.Core;
using EcsTools.Model.Ssm;

namespace EcsTools.Local.Api.Sessions;

/// <summary>Lets a client connect to its session again, with a new token. A session that has ended has none.</summary>
internal sealed class ResumeSessionHandler() : Handler<ResumeSessionRequest, ResumeSessionResponse>(SsmOperations.ResumeSession)
{
    protected override ResumeSessionResponse Handle(Call call, ResumeSessionRequest request)
    {
        var session = call.Engine.Sessions.Find(request.SessionId ?? "") ?? throw new EcsFault(
            "DoesNotExistException", $"Session {request.SessionId} does not exist.");
        return new() { SessionId = session.Id, TokenValue = session.Resume(), StreamUrl = SessionTargets.Url(call, session.Id) };
    }
}
