namespace EcsTools.Scheduling.Placement;

/// <summary>One step of a placement strategy. Steps are a chain: each decides where all before it see no difference.</summary>
internal readonly record struct PlacementStep
{
    private PlacementStep(PlacementStepKind kind, string? attribute = null)
    {
        Kind = kind;
        Attribute = attribute;
    }

    /// <summary>Any instance, all alike.</summary>
    public static PlacementStep Random { get; } = new(PlacementStepKind.Random);

    /// <summary>The instance with the fewest tasks of the group.</summary>
    public static PlacementStep SpreadOverInstances { get; } = new(PlacementStepKind.SpreadInstance);

    /// <summary>The zone with the fewest tasks of the group.</summary>
    public static PlacementStep SpreadOverZones { get; } = SpreadOver(InstanceAttributes.AvailabilityZone);

    /// <summary>The instance with the least CPU left that still fits.</summary>
    public static PlacementStep BinpackCpu { get; } = new(PlacementStepKind.BinpackCpu);

    /// <summary>The instance with the least memory left that still fits.</summary>
    public static PlacementStep BinpackMemory { get; } = new(PlacementStepKind.BinpackMemory);

    /// <summary>What ECS does for a service that names no strategy: even over zones, then the fewest tasks of the service.</summary>
    public static IReadOnlyList<PlacementStep> ServiceDefault { get; } = [SpreadOverZones, SpreadOverInstances];

    /// <summary>What ECS does for tasks run on their own that name no strategy.</summary>
    public static IReadOnlyList<PlacementStep> StandaloneDefault { get; } = [Random];

    /// <summary>The subject of the step.</summary>
    public PlacementStepKind Kind { get; }

    /// <summary>The name of the attribute to spread over, for <see cref="PlacementStepKind.SpreadAttribute"/>; else null.</summary>
    public string? Attribute { get; }

    /// <summary>
    /// The value of an attribute with the fewest tasks of the group. Instances without the attribute count as having one more value.
    /// </summary>
    public static PlacementStep SpreadOver(string attribute) => new(PlacementStepKind.SpreadAttribute, attribute);

    /// <summary>Reads a step as the API writes it. Types and fields are read in any case, names of attributes as they are.</summary>
    /// <param name="type"><c>random</c>, <c>spread</c> or <c>binpack</c>.</param>
    /// <param name="field"><c>instanceId</c>, <c>host</c> or <c>attribute:NAME</c> for spread; <c>cpu</c> or <c>memory</c> for
    /// binpack.</param>
    /// <exception cref="ArgumentException">The strategy doesn't exist.</exception>
    public static PlacementStep Parse(string? type, string? field)
    {
        const string attributePrefix = "attribute:";
#pragma warning disable CA1308 // The API's own words are in lower case.
        return (type?.ToLowerInvariant(), field?.ToLowerInvariant()) switch
#pragma warning restore CA1308
        {
            ("random", _) => Random,
            ("spread", "instanceid" or "host") => SpreadOverInstances,
            ("spread", { } spread) when spread.StartsWith(attributePrefix, StringComparison.Ordinal)
                && spread.Length > attributePrefix.Length =>
                SpreadOver(field![attributePrefix.Length..]),
            ("binpack", "cpu") => BinpackCpu,
            ("binpack", "memory") => BinpackMemory,
            _ => throw new ArgumentException($"There is no placement strategy '{type}' on the field '{field}'.", nameof(type)),
        };
    }
}

/// <summary>The subject of a step of a placement strategy.</summary>
internal enum PlacementStepKind
{
    /// <summary>Nothing: chance decides.</summary>
    Random,

    /// <summary>The number of tasks of the group on the instance.</summary>
    SpreadInstance,

    /// <summary>The number of tasks of the group on all instances with the same value of an attribute.</summary>
    SpreadAttribute,

    /// <summary>The CPU that the instance has left.</summary>
    BinpackCpu,

    /// <summary>The memory that the instance has left.</summary>
    BinpackMemory,
}
