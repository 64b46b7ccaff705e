using EcsTools.Model;

namespace EcsTools.Deploy.Checks;

/// <summary>Names, images, and that one container at least is essential.</summary>
internal static class ContainerRules
{
    private const int LongestName = 255;

    public static void Check(Checked all)
    {
        if (all.Definition.Family is { } family && !IsName(family)) all.Error("family", $"'{family}' is no name of a family.", "Use letters, digits, - and _ only.");
        if (all.Definition.ContainerDefinitions is { Count: 0 }) all.Error("containerDefinitions", "There is no container.", "Define one at least.");
        else if (all.Containers.Count > 0 && all.Containers.TrueForAll(container => container.Essential == false)) all.Error("containerDefinitions", "No container is essential: nothing would keep the task running.", "Make one essential.");
        foreach (var (container, index) in all.Containers.Select((container, index) => (container, index))) Names(all, container, index);
        all.Unique(all.Containers.Select(container => ($"{Checked.Of(container)}.name", container.Name)), "container");
        if (all.IsFargate) foreach (var container in all.Containers.Where(one => one.Privileged == true)) all.Error($"{Checked.Of(container)}.privileged", "Fargate runs no privileged containers.", "Leave it out, or run the task on EC2.");
    }

    private static void Names(Checked all, ContainerDefinition container, int index)
    {
        if (!IsName(container.Name)) all.Error($"containerDefinitions[{index}].name", $"'{container.Name}' is no name of a container.", "Use letters, digits, - and _ only.");
        if (string.IsNullOrEmpty(container.Image)) all.Error($"{Checked.Of(container)}.image", "It has no image.", "Name one, as in nginx:1.27.");
        else if (container.Image.Any(char.IsWhiteSpace)) all.Error($"{Checked.Of(container)}.image", $"'{container.Image}' is no image: it has blanks.", "Write it as repository:tag.");
    }

    private static bool IsName(string? text) => text is { Length: > 0 and <= LongestName } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
