using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;

namespace EcsTools.Local.Api.Agent;

/// <summary>Accepts an agent's report of a network interface.</summary>
internal sealed class SubmitAttachmentStateChangesHandler()
    : Handler<SubmitAttachmentStateChangesRequest, SubmitAttachmentStateChangesResponse>(Operations.SubmitAttachmentStateChanges)
{
    protected override SubmitAttachmentStateChangesResponse Handle(Call call, SubmitAttachmentStateChangesRequest request)
    {
        var cluster = call.Cluster(request.Cluster);
        Check.Given(request.Attachments, "attachments");
        var changes = request.Attachments!.ConvertAll(change => (Task: Reported.Attachment(cluster.Tasks, change), change.Status));
        foreach (var (task, status) in changes) AgentReports.Attachment(call.Engine, task, status!);
        return new() { Acknowledgment = Reported.Acknowledgment };
    }
}
