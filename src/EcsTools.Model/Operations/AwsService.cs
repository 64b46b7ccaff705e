namespace EcsTools.Model;

/// <summary>A service of AWS, with the facts that its clients require.</summary>
/// <param name="Id">Its name in settings, for example in <c>AWS_ENDPOINT_URL_CLOUDWATCH_LOGS</c>.</param>
/// <param name="Host">The first part of its endpoints' names, and its name in signatures.</param>
/// <param name="TargetPrefix">The prefix of an operation's name in the header <c>X-Amz-Target</c>.</param>
/// <param name="IsFipsInGovCloud">Whether its ordinary endpoints in AWS GovCloud are its FIPS endpoints too.</param>
public sealed record AwsService(string Id, string Host, string TargetPrefix, bool IsFipsInGovCloud);
