using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>The task role and the execution role: what they are, and what needs one.</summary>
internal sealed partial class RoleRules : RuleMaking<Definition>
{
    private const string Needed = "executionRoleArn", Advice = "Set executionRoleArn to a role that ECS can use to read them.";

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Reported(
            "A role is the name or the ARN of an IAM role.", "Role is not valid", "{0:advice}",
            all =>
                Roles(all)
                    .Where(role => role.Value is not null && !IsRole(role.Value))
                    .Select(role =>
                        new Breach(
                            role.Path,
                            PlaceholderRules.Advice(role.Value)
                                ?? $"'{role.Value}' isn't a role. Set the ARN of an IAM role, or omit it."))),
        Recorded(
            "Secrets need an execution role.",
            "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
            Advice,
            all => WithoutRole(all, one => one.Secrets is { Count: > 0 } || one.LogConfiguration?.SecretOptions is { Count: > 0 })),
        Documented(
            "Credentials of a private registry need an execution role.",
            "When you are specifying container repositoryCredentials, you must also specify a value for 'executionRoleArn'.",
            Advice,
            all => WithoutRole(all, one => one.RepositoryCredentials is not null)),
        Reported(
            "Fargate pulls images from Amazon ECR with an execution role.",
            "Fargate requires task definition to have execution role ARN to support ECR images.",
            "Set executionRoleArn to a role that can pull from Amazon ECR.",
            all =>
                When(
                    all.IsFargate && all.Request.ExecutionRoleArn is null
                        && all.Containers.Any(one => Registry().IsMatch(one.It.Image ?? "")),
                    Needed)),
        Reported(
            "Fargate writes logs to CloudWatch Logs with an execution role.",
            "Fargate requires task definition to have execution role ARN to support log driver awslogs.",
            "Set executionRoleArn to a role that can write to CloudWatch Logs.",
            all =>
                When(
                    all.IsFargate && all.Request.ExecutionRoleArn is null
                        && all.Containers.Any(one => one.It.LogConfiguration?.LogDriver == LogDriver.Awslogs),
                    Needed)),
    ];

    public static bool IsRole(string text) => Role().IsMatch(text);

    private static IEnumerable<(string Path, string? Value)> Roles(Definition all) =>
        [("taskRoleArn", all.Request.TaskRoleArn), (Needed, all.Request.ExecutionRoleArn)];

    private static IEnumerable<Breach> WithoutRole(Definition all, Func<ContainerDefinition, bool> needsOne) =>
        When(all.Request.ExecutionRoleArn is null && all.Containers.Any(one => needsOne(one.It)), Needed);

    [GeneratedRegex(@"\A(arn:aws[a-z\-]*:iam::\d{12}:role/(?:[!-~]+/)?)?[\w+=,.@\-]{1,64}\z")]
    private static partial Regex Role();

    [GeneratedRegex(@"\A\d{12}\.dkr[.\-]ecr")]
    private static partial Regex Registry();
}
