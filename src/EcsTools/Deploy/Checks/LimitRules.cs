using EcsTools.Model;

namespace EcsTools.Deploy.Checks;

/// <summary>How much there may be of all.</summary>
internal static class LimitRules
{
    private const int MostContainers = 10, MostTags = 50, MostBytes = 64 * 1024, LeastStorage = 21, MostStorage = 200;

    public static void Check(Checked all)
    {
        if (all.Containers.Count > MostContainers) all.Error("containerDefinitions", $"There are {all.Containers.Count} containers; a task has {MostContainers} at most.", "Split it into several task definitions.");
        if (all.Definition.Tags?.Count > MostTags) all.Error("tags", $"There are {all.Definition.Tags.Count} tags; {MostTags} are the most.", "Leave some out.");
        all.Unique((all.Definition.Tags ?? []).Select(tag => ($"tags[{tag.Key}]", tag.Key)), "tag");
        all.Within(all.Definition.EphemeralStorage?.SizeInGiB, LeastStorage, MostStorage, "ephemeralStorage.sizeInGiB");
        var size = WireJson.ToBytes(all.Definition).Length;
        if (size > MostBytes) all.Error("", $"It takes {size} bytes; {MostBytes} are the most.", "Move long values to SSM parameters or environment files.");
    }
}
