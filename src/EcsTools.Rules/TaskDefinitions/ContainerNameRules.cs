using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>The family, the containers and their images.</summary>
internal sealed partial class ContainerNameRules : RuleMaking<Definition>
{
    private const int LongestImage = 255, MaxContainers = 10;

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Recorded(
            "A task definition has a family.", "Family should not be null or empty.", "Set family.",
            all => When(string.IsNullOrEmpty(all.Request.Family), "family")),
        Recorded(
            "A family has up to 255 letters, digits, hyphens and underscores.", "Family contains invalid characters.", "{0:advice}",
            all =>
                When(all.Request.Family is { Length: > 0 } family && !NameRules.IsName(family), "family", NameAdvice(all.Request.Family))),
        Recorded(
            "A task definition has a container.", "Container list cannot be empty.", "Define one container at least.",
            all => When(all.Containers.Count == 0, "containerDefinitions")),
        Recorded(
            "A container has a name.", "Container.name should not be null or empty.", "Set name.",
            all =>
                all.Containers
                    .Where(one => string.IsNullOrEmpty(one.It.Name))
                    .Select(one => new Breach($"containerDefinitions[{one.Index}].name"))),
        Recorded(
            "A container's name has up to 255 letters, digits, hyphens and underscores.",
            "Container.name contains invalid characters.",
            "{0:advice}",
            all =>
                all.Containers
                    .Where(one => one.It.Name is { Length: > 0 } name && !NameRules.IsName(name))
                    .Select(one => new Breach($"containerDefinitions[{one.Index}].name", NameAdvice(one.It.Name)))),
        Recorded(
            "A container has an image.", "Container.image should not be null or empty.", "Name an image, for example nginx:1.27.",
            all => all.Containers.Where(one => string.IsNullOrEmpty(one.It.Image)).Select(one => one.At("image"))),
        Reported(
            "An image is repository, repository:tag or repository@sha256:digest, and has up to 255 letters, digits and - _ : . / # characters.",
            "Container.image contains invalid characters.", "{1:advice}",
            all =>
                all.Containers
                    .Where(one => one.It.Image is { Length: > 0 } image && !IsImage(image))
                    .Select(one => one.At("image", ImageAdvice(one.It.Image!)))),
        Recorded(
            "Each container has another name.",
            "Container names must be unique within a task definition.",
            "Give each container another name than {0:name}.",
            all => Repeated(all.Containers.Select(one => ($"{one.Path}.name", one.It.Name)))),
        Documented(
            "A task definition has 10 containers at most.",
            "A task definition can have at most 10 containers.",
            "Split the {0:count} containers into several task definitions.",
            all => When(all.Containers.Count > MaxContainers, "containerDefinitions", $"{all.Containers.Count}")),
    ];

    private static string NameAdvice(string? name) => PlaceholderRules.Advice(name) ?? "Use letters, digits, - and _ only, 255 at most.";

    private static string ImageAdvice(string image) =>
        PlaceholderRules.Advice(image) is { } advice ? advice
        : image.EndsWith(':') ? $"'{image}' has no tag after the colon. Add one."
        : $"'{image}' isn't an image. Write it as repository:tag, for example nginx:1.27.";

    private static bool IsImage(string image)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? image : image[..at];
        return name.Length <= LongestImage && Images().IsMatch(name) && (at < 0 || Digests().IsMatch(image[at..]));
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9\-_:./#+]*(?<![:/])\z")]
    private static partial Regex Images();

    [GeneratedRegex(@"\A@sha256:[a-fA-F0-9]{64}\z")]
    private static partial Regex Digests();
}
