using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>The resources of an account in a region, as the API describes them.</summary>
public sealed record DescribedRegion
{
    /// <summary>The account number.</summary>
    public required string Account { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The time of its clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Its clusters.</summary>
    public IReadOnlyList<DescribedCluster> Clusters { get; init; } = [];

    /// <summary>The gateways that its clusters use.</summary>
    public IReadOnlyList<DescribedGateway> Gateways { get; init; } = [];

    /// <summary>The tags of task definitions and of daemon task definitions, by ARN.</summary>
    public IReadOnlyDictionary<string, List<Tag>> TaskDefinitionTags { get; init; } = new Dictionary<string, List<Tag>>();

    /// <summary>The last revision number of each family. It can be higher than that of any task definition that was read.</summary>
    public IReadOnlyDictionary<string, int> LastRevisions { get; init; } = new Dictionary<string, int>();

    /// <summary>The effective account settings.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>The parts that couldn't be read, with the reason.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];
}
