namespace EcsTools.Commands;

/// <summary>Marks a cmdlet with an operation of the API: the generator gives it the parameters that the request needs.</summary>
/// <param name="name">The operation, as in <c>nameof(Operations.CreateService)</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class OperationAttribute(string name) : System.Attribute
{
    /// <summary>The operation.</summary>
    public string Name => name;

    /// <summary>The request's member that names the thing made: the first positional parameter.</summary>
    public string? Target { get; init; }

    /// <summary>The request's member that names the thing acted on: the first positional parameter, which takes several, one request each.</summary>
    public string? Targets { get; init; }

    /// <summary>The request's member that says what the thing becomes: the second positional parameter.</summary>
    public string? Then { get; init; }

    /// <summary>What it means, for what need not live in a cluster, that no cluster is given: "all clusters, whatever the session's is". The session's is taken where this is left out.</summary>
    public string? WithoutCluster { get; init; }

    /// <summary>Whether the whole request can be given as JSON, as the AWS CLI's files hold it.</summary>
    public bool TakesJson { get; init; }

    /// <summary>Whether -CliInputJson fills the request from a file beside the parameters, which take precedence.</summary>
    public bool TakesFile { get; init; }

    /// <summary>Members of the request that are no parameters.</summary>
    public string[] Omit { get; init; } = [];
}
