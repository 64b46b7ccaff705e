namespace EcsTools.Generator.Specs;

/// <summary>The service that an API belongs to.</summary>
/// <param name="Id">Its name in settings, for example in <c>AWS_ENDPOINT_URL_CLOUDWATCH_LOGS</c>.</param>
/// <param name="Host">The first part of its endpoints' names, and its name in signatures.</param>
/// <param name="TargetPrefix">The prefix of an operation's name in the header <c>X-Amz-Target</c>.</param>
/// <param name="IsFipsInGovCloud">Whether its ordinary endpoints in AWS GovCloud are its FIPS endpoints too.</param>
/// <param name="Name">The name of its namespace and of its table of operations; empty for ECS, whose types users see.</param>
internal sealed record ServiceSpec(string Id, string Host, string TargetPrefix, bool IsFipsInGovCloud, string Name)
{
    public static ServiceSpec Ecs { get; } = new("ECS", "ecs", "AmazonEC2ContainerServiceV20141113", false, "");

    public string Namespace => Name.Length == 0 ? "EcsTools.Model" : $"EcsTools.Model.{Name}";

    /// <summary>Only ECS's types are for users; those of the other services are the module's own.</summary>
    public string Access => Name.Length == 0 ? "public" : "internal";
}
