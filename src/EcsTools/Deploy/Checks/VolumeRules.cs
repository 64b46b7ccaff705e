using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Deploy.Checks;

/// <summary>That what is mounted is there.</summary>
internal static class VolumeRules
{
    public static void Check(Checked all)
    {
        var volumes = (all.Definition.Volumes ?? []).Select(volume => volume.Name ?? "").ToList();
        all.Unique(volumes.Select((name, index) => ($"volumes[{index}].name", (string?)name)), "volume");
        foreach (var container in all.Containers)
        {
            var path = Checked.Of(container);
            foreach (var mount in container.MountPoints ?? []) Exists(all, mount.SourceVolume, volumes, "volume", $"{path}.mountPoints[{mount.ContainerPath}].sourceVolume");
            foreach (var from in container.VolumesFrom ?? []) Exists(all, from.SourceContainer, all.Containers.Select(one => one.Name ?? ""), "container", $"{path}.volumesFrom[{from.SourceContainer}].sourceContainer");
        }
    }

    private static void Exists(Checked all, string? name, IEnumerable<string> names, string what, string path)
    {
        if (name is not null && !names.Contains(name)) all.Error(path, Spelling.Sentence($"There is no {what} '{name}'", name, names), $"Define the {what}, or name another.");
    }
}
