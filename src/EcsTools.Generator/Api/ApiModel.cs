using System.Collections.Generic;

namespace EcsTools.Generator.Api;

/// <summary>The facts of a service's API as its file holds them, checked.</summary>
internal sealed class ApiModel
{
    public ApiService Service { get; set; } = ApiService.Ecs;

    public Dictionary<string, ApiOperation> Operations { get; } = [];

    public Dictionary<string, ApiStructure> Structures { get; } = [];

    public Dictionary<string, IReadOnlyList<string>> Enums { get; } = [];
}

/// <summary>The service that an API belongs to.</summary>
/// <param name="Id">Its name in settings, for example in <c>AWS_ENDPOINT_URL_CLOUDWATCH_LOGS</c>.</param>
/// <param name="Host">The first part of its endpoints' names, and its name in signatures.</param>
/// <param name="TargetPrefix">The prefix of an operation's name in the header <c>X-Amz-Target</c>.</param>
/// <param name="IsFipsInGovCloud">Whether its ordinary endpoints in AWS GovCloud are its FIPS endpoints too.</param>
/// <param name="Name">The name of its namespace and of its table of operations; empty for ECS, whose types users see.</param>
internal sealed record ApiService(string Id, string Host, string TargetPrefix, bool IsFipsInGovCloud, string Name)
{
    public static ApiService Ecs { get; } = new("ECS", "ecs", "AmazonEC2ContainerServiceV20141113", false, "");

    public string Namespace => Name.Length == 0 ? "EcsTools.Model" : $"EcsTools.Model.{Name}";

    /// <summary>Only ECS's types are for users; those of the other services are the module's own.</summary>
    public string Access => Name.Length == 0 ? "public" : "internal";
}

/// <summary>One operation: its request, response, errors and, for lists, how it pages.</summary>
internal sealed class ApiOperation(string name, string input, string output, IReadOnlyList<string> errors, ApiPaginator? paginator)
{
    public string Name => name;

    public string Input => input;

    public string Output => output;

    public IReadOnlyList<string> Errors => errors;

    public ApiPaginator? Paginator => paginator;
}

/// <summary>The members by which a list pages: token and limit in the request, token and items in the response. The items may lie inside structures of the response.</summary>
internal sealed record ApiPaginator(ApiMember Token, ApiMember Limit, IReadOnlyList<ApiMember> Path)
{
    /// <summary>The list itself.</summary>
    public ApiMember Items => Path[Path.Count - 1];
}

internal sealed class ApiStructure(string name)
{
    public string Name => name;

    public List<ApiMember> Members { get; } = [];
}

/// <summary>One member of a structure.</summary>
internal sealed class ApiMember(string name, ApiType type, bool isRequired, bool isToken, bool isSensitive)
{
    public string Name => name;

    public ApiType Type => type;

    public bool IsRequired => isRequired;

    /// <summary>Whether a client may make the value up, so that ECS recognizes a request that is sent twice.</summary>
    /// <remarks>ECS marks few of its client tokens; the others serve the same purpose under the same name.</remarks>
    public bool IsToken => isToken || name == "clientToken";

    public bool IsSensitive => isSensitive;

    public string PropertyName => Names.Pascal(name);
}
