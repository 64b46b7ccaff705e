using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Reports state changes of network interfaces of tasks, as the ECS agent does.</summary>
[Cmdlet(VerbsLifecycle.Submit, "EcsAttachmentStateChange", SupportsShouldProcess = true), OutputType(typeof(string))]
[Operation(nameof(Operations.SubmitAttachmentStateChanges))]
public sealed partial class SubmitEcsAttachmentStateChangeCommand
    : EcsOperationCommand<SubmitAttachmentStateChangesRequest, SubmitAttachmentStateChangesResponse>
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "The ARNs of the attachments, with the current status of each.")]
    [MayBeEmpty, Alias("Attachments"), Structure(typeof(AttachmentStateChange), "attachments", IsList = true)]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public AttachmentStateChange[] Attachment { get; set; } = [];

    /// <summary>
    /// The piped objects are the changes themselves: structures, hashtables, or custom objects with the ARN of an attachment.
    /// </summary>
    private protected override bool Take(PSObject value, PipedObject? piped, Func<string, object?, bool> set) =>
        (value.BaseObject is AttachmentStateChange or System.Collections.IDictionary || value.Properties["attachmentArn"] is not null)
            && set(nameof(Attachment), value);

    private protected override Operation<SubmitAttachmentStateChangesRequest, SubmitAttachmentStateChangesResponse> Operation =>
        Operations.SubmitAttachmentStateChanges;

    private protected override bool Complete(SubmitAttachmentStateChangesRequest request)
    {
        request.Attachments = [.. Attachment];
        return true;
    }

    private protected override string Subject(SubmitAttachmentStateChangesRequest request) =>
        Naming.Subject(
            "attachment", string.Join(", ", Attachment.Select(change => EcsArn.IdOf(change.AttachmentArn ?? ""))), request.Cluster);

    private protected override string Action(SubmitAttachmentStateChangesRequest request) =>
        $"Report {string.Join(", ", Attachment.Select(change => change.Status).Distinct())}";

    private protected override async Task Emit(
        SubmitAttachmentStateChangesRequest request, SubmitAttachmentStateChangesResponse response, JobOutput output) =>
        await output.Object(response.Acknowledgment!);
}
