using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Deploy.Checks;

/// <summary>What containers wait for before they start.</summary>
internal static class DependencyRules
{
    public static void Check(Checked all)
    {
        foreach (var container in all.Containers)
        {
            foreach (var (dependency, index) in (container.DependsOn ?? []).Select((dependency, index) => (dependency, index)))
                Dependency(all, dependency, $"{Checked.Of(container)}.dependsOn[{index}]");
        }

        Circle(all);
    }

    private static void Dependency(Checked all, ContainerDependency dependency, string path)
    {
        var names = all.Containers.Select(container => container.Name ?? "");
        if (all.Containers.Find(other => other.Name == dependency.ContainerName) is not { } on)
            all.Error($"{path}.containerName", Spelling.Sentence($"There is no container '{dependency.ContainerName}'", dependency.ContainerName ?? "", names), $"The containers are {string.Join(", ", names)}.");
        else if (dependency.Condition is ContainerCondition.Success or ContainerCondition.Complete && on.Essential != false)
            all.Error($"{path}.condition", $"It waits for the end of {on.Name}, which is essential: its end is the task's.", $"Make {on.Name} not essential.");
        else if (dependency.Condition == ContainerCondition.Healthy && on.HealthCheck is null)
            all.Error($"{path}.condition", $"It waits until {on.Name} is healthy, which has no health check.", $"Give {on.Name} a healthCheck, or wait for START.");
    }

    /// <summary>What depends on nothing that is left can start; where nothing can, the rest wait for each other.</summary>
    private static void Circle(Checked all)
    {
        var left = all.Containers.ToList();
        while (left.RemoveAll(container => container.DependsOn?.Exists(on => left.Exists(other => other.Name == on.ContainerName)) != true) > 0)
            continue;
        if (left.Count > 0) all.Error($"{Checked.Of(left[0])}.dependsOn", $"{string.Join(", ", left.Select(container => container.Name))} wait for each other: none would ever start.", "Take one of the dependencies away.");
    }
}
