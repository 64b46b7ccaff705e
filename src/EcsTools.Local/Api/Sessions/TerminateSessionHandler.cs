using EcsTools.Model.Ssm;

namespace EcsTools.Local.Api.Sessions;

/// <summary>Ends a session.</summary>
internal sealed class TerminateSessionHandler() : Handler<TerminateSessionRequest, TerminateSessionResponse>(SsmOperations.TerminateSession)
{
    protected override TerminateSessionResponse Handle(Call call, TerminateSessionRequest request)
    {
        call.Engine.Sessions.End(request.SessionId ?? "");
        return new() { SessionId = request.SessionId };
    }
}
