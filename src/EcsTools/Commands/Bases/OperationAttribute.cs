using System.Collections.Concurrent;
using System.Reflection;

namespace EcsTools.Commands;

/// <summary>Marks a cmdlet with an operation of the API: the generator gives it the parameters that the request needs.</summary>
/// <param name="name">The operation, as in <c>nameof(Operations.CreateService)</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class OperationAttribute(string name) : System.Attribute
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Known = new();

    /// <summary>The operation.</summary>
    public string Name => name;

    /// <summary>The request's member that names the thing made: the first positional parameter.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// The request's member that names the thing acted on: the first positional parameter, which takes several, one request each.
    /// </summary>
    public string? Targets { get; init; }

    /// <summary>The request's member with the new state: the second positional parameter.</summary>
    public string? Then { get; init; }

    /// <summary>
    /// The meaning of an omitted cluster, for resources that don't belong to a cluster: "all clusters, whatever the session's is". Default:
    /// the cluster of the session.
    /// </summary>
    public string? WithoutCluster { get; init; }

    /// <summary>Whether the whole request can be given as JSON, as the AWS CLI's files hold it.</summary>
    public bool TakesJson { get; init; }

    /// <summary>Whether -CliInputJson fills the request from a file in addition to the parameters, which take precedence.</summary>
    public bool TakesFile { get; init; }

    /// <summary>Members of the request that aren't parameters.</summary>
    public string[] Omit { get; init; } = [];

    /// <summary>The operations of a cmdlet. Read once for each class of cmdlets.</summary>
    public static IReadOnlyList<string> NamesOf(Type cmdlet) =>
        Known.GetOrAdd(cmdlet, type => [.. type.GetCustomAttributes<OperationAttribute>().Select(operation => operation.Name)]);
}
