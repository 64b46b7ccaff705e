using System;

namespace EcsTools.Generator.Specs;

/// <summary>A class that is marked with operations: what its attributes and bases say.</summary>
internal sealed record MarkedCmdlet(
    string Namespace,
    string Class,
    EquatableList<MarkedOperation> Operations,
    EquatableList<string> DeclaredNames,
    EquatableList<string> OverridableRequests,
    string? WaitsUntil,
    bool IsPartial,
    LocationSpec Location);

/// <summary>One operation of a cmdlet.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Target">The member that names the thing acted on; it becomes the first positional parameter.</param>
/// <param name="Then">The member with the new state; it becomes the second positional parameter.</param>
/// <param name="WithoutCluster">The meaning of an omitted cluster; null if it's the cluster of the session.</param>
/// <param name="TakesMany">Whether the cmdlet takes several such things, one request each.</param>
/// <param name="TakesJson">Whether a whole request can be given as JSON, so that nothing else is mandatory then.</param>
/// <param name="TakesFile">Whether -CliInputJson fills the request beside the parameters, which take precedence.</param>
/// <param name="Omit">Members that aren't parameters: the cmdlet sets them, or they aren't needed.</param>
internal sealed record MarkedOperation(
    string Name,
    string? Target,
    string? Then,
    string? WithoutCluster,
    bool TakesMany,
    bool TakesJson,
    bool TakesFile,
    EquatableList<string> Omit)
{
    private static readonly string[] Looking = ["List", "Describe", "Get", "Discover"];

    /// <summary>Whether the operation sets something, and does not only look.</summary>
    public bool Changes => !Array.Exists(Looking, verb => Name.StartsWith(verb, StringComparison.Ordinal));
}
