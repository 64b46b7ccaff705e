using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>
/// The images of a revision. ECS notes their digests when the first task of the revision has pulled them, and starts the other tasks from
/// these.
/// </summary>
internal static class RevisionImages
{
    public static void Note(TaskState task, Container container)
    {
        var definition = task.Definition.Resource.ContainerDefinitions?.Find(one => one.Name == container.Name);
        if (definition?.VersionConsistency == VersionConsistency.Disabled)
            return;
        if (task is { Service: { } service, Source: DeploymentState deployment })
            Note(service.Revisions.Find(one => one.ServiceRevisionArn == deployment.RevisionArn), container);
        else if (task.DaemonRevision is { } arn)
            Note(
                task.Cluster.Daemons.Values.SelectMany(daemon => daemon.Revisions).FirstOrDefault(one => one.DaemonRevisionArn == arn),
                container);
    }

    private static void Note(ServiceRevision? revision, Container container)
    {
        if (revision is not null)
            revision.ContainerImages = Noted(
                revision.ContainerImages,
                image => image.ContainerName == container.Name && image.ImageDigest is null,
                image => new() { ContainerName = image.ContainerName, Image = image.Image, ImageDigest = container.ImageDigest });
    }

    private static void Note(DaemonRevision? revision, Container container)
    {
        if (revision is not null)
            revision.ContainerImages = Noted(
                revision.ContainerImages,
                image => image.ContainerName == container.Name && image.ImageDigest is null,
                image => new() { ContainerName = image.ContainerName, Image = image.Image, ImageDigest = container.ImageDigest });
    }

    private static List<T>? Noted<T>(List<T>? images, Predicate<T> lacksDigest, Converter<T, T> withDigest) =>
        images?.Exists(lacksDigest) == true ? images.ConvertAll(image => lacksDigest(image) ? withDigest(image) : image) : images;
}
