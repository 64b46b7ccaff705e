using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Agent;

/// <summary>Finds the subject of agents' reports, and validates the reports.</summary>
internal static class Reported
{
    /// <summary>The answer to every report.</summary>
    public const string Acknowledgment = "ACK";

    private static readonly string[] TaskStates = ["PENDING", "RUNNING", "STOPPED"];
    private static readonly string[] ContainerStates = ["PENDING", "MANIFEST_PULLED", "RUNNING", "STOPPED"];
    private static readonly string[] AttachmentStates = [
        "PRECREATED", "CREATED", "ATTACHING", "ATTACHED", "DETACHING", "DETACHED", "DELETED", "FAILED",
    ];

    /// <exception cref="EcsFault">It doesn't exist, or no agent can report it yet.</exception>
    public static TaskState Task(ClusterState cluster, string? identifier)
    {
        var task =
            cluster.Tasks.Find(Identifiers.Task(cluster, identifier))
                ?? throw EcsFault.InvalidParameter("The referenced task was not found.");
        return task.IsWaiting ? throw EcsFault.InvalidParameter("The referenced task is on no container instance yet.") : task;
    }

    public static void TaskStatus(string? status) => Check.OneOf(status, "task status", TaskStates);

    public static void Container(TaskState task, string? name, string? status)
    {
        if (task.Resource.Containers?.Exists(container => container.Name == name) != true)
            throw EcsFault.InvalidParameter($"The task has no container {name}.");
        Check.OneOf(status, "container status", ContainerStates);
    }

    /// <summary>The task of an attachment.</summary>
    public static TaskState Attachment(IEnumerable<TaskState> tasks, AttachmentStateChange change)
    {
        Check.OneOf(change.Status ?? "", "attachment status", AttachmentStates);
        var id = EcsArn.TryParse(change.AttachmentArn, out var arn) && arn.ResourceType == "attachment"
            ? arn.Id
            : throw EcsFault.InvalidParameter("Invalid attachment ARN. Specify the full ARN of an attachment and try again.");
        return tasks.FirstOrDefault(task => !task.IsWaiting && task.Resource.Attachments?.Exists(attachment => attachment.Id == id) == true)
            ?? throw EcsFault.InvalidParameter("The referenced attachment was not found.");
    }
}
