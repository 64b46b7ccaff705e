using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Health checks, variables, secrets, environment files and credential specs.</summary>
internal sealed partial class ContainerRules : RuleMaking<Definition>
{
    private const int MaxFiles = 10;

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Recorded(
            "The times and retries of a health check have upper bounds.",
            "Health check {1:member} must be less than or equal to the maximum allowed value {2:most} for container '{0:container}'",
            "Set {1:member} to a value from {3:least} to {2:most}.",
            all =>
                Times(all)
                    .Where(one => one.Value > one.Max)
                    .Select(one => one.Container.At($"healthCheck.{one.Member}", one.Member, $"{one.Max}", $"{one.Min}"))),
        Documented(
            "The times and retries of a health check have lower bounds.",
            "Health check {1:member} must be greater than or equal to the minimum allowed value {2:least} for container '{0:container}'",
            "Set {1:member} to a value from {2:least} to {3:most}.",
            all =>
                Times(all)
                    .Where(one => one.Value < one.Min)
                    .Select(one => one.Container.At($"healthCheck.{one.Member}", one.Member, $"{one.Min}", $"{one.Max}"))),
        Recorded(
            "A container that its restart policy starts again runs for 60 to 1800 seconds first.",
            "The 'restartAttemptPeriod' setting for container '{0:container}' must be between 60 and 1800.",
            "Set restartAttemptPeriod to a value from 60 to 1800.",
            all =>
                all.Containers
                    .Where(one => one.It.RestartPolicy?.RestartAttemptPeriod is < 60 or > 1800)
                    .Select(one => one.At("restartPolicy.restartAttemptPeriod"))),
        Documented(
            "A health check has a command.",
            "healthCheck.command should not be null or empty.",
            "Set command, for example CMD-SHELL, curl -f http://localhost/ || exit 1.",
            all => Health(all, check => check.Command is not { Count: > 0 })),
        Documented(
            "A health check's command has words after CMD or CMD-SHELL.",
            "healthCheck.command has nothing to run.",
            "Add the command that is to be run.",
            all => Health(all, check => check.Command is ["CMD" or "CMD-SHELL"])),
        Warning(
            "A health check's command begins with CMD, CMD-SHELL or NONE.",
            "The command begins with '{1:word}', and containers can't run it.",
            "Begin with CMD for a program and its arguments, or with CMD-SHELL for a command line.",
            all => Health(all, check => check.Command is [not ("CMD" or "CMD-SHELL" or "NONE"), ..], check => check.Command![0])),
        Reported(
            "Each variable and each secret of a container has another name.",
            "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '{0:name}'.",
            "Give each variable or secret another name.",
            all => all.Containers.SelectMany(one => Repeated(Variables(one)))),
        Documented(
            "The name of a variable isn't empty.", "Environment variable name should not be null or empty.", "Set name.",
            all =>
                all
                    .Items("environment", one => one.Environment)
                    .Where(variable => string.IsNullOrEmpty(variable.Item.Name))
                    .Select(variable => new Breach($"{variable.Path}.name"))),
        Documented(
            "A secret has the name of a variable, and the name or ARN of what it is read from.",
            "Secret {1:member} should not be null or empty.",
            "Set {1:member}.",
            all =>
                all
                    .Items("secrets", one => one.Secrets)
                    .SelectMany(secret =>
                        Empty(secret.Item).Select(member => new Breach($"{secret.Path}.{member}", secret.Container.It.Name, member)))),
        Recorded(
            "A container has 10 environment files at most.",
            "The maximum number of environment files was exceeded. Specify ten or less and try again.",
            "Remove some of the environment files.",
            all => all.Containers.Where(one => one.It.EnvironmentFiles?.Count > MaxFiles).Select(one => one.At("environmentFiles"))),
        Recorded(
            "An environment file is the ARN of an object in Amazon S3.",
            "Invalid arn syntax.",
            "Write '{0:file}' as arn:aws:s3:::bucket/file.env.",
            all => Files(all, value => !value.StartsWith("arn:", StringComparison.Ordinal))),
        Documented(
            "An environment file has the extension .env.",
            "The environment file must have a .env file extension.",
            "Rename '{0:file}' to a file that ends in .env.",
            all =>
                Files(all, value =>
                    value.StartsWith("arn:", StringComparison.Ordinal) && !value.EndsWith(".env", StringComparison.Ordinal))),
        Documented(
            "A credential spec begins with credentialspec: or credentialspecdomainless:.",
            "credentialSpecs is not valid.",
            "Write it as credentialspec:ARN or credentialspecdomainless:ARN.",
            all =>
                all
                    .Items("credentialSpecs", one => one.CredentialSpecs)
                    .Where(spec => !CredentialSpec().IsMatch(spec.Item ?? ""))
                    .Select(spec => new Breach(spec.Path))),
        Documented(
            "A Docker security option is no-new-privileges, apparmor:PROFILE, label:VALUE or credentialspec:FILE.",
            "dockerSecurityOptions is not valid.",
            "Choose no-new-privileges, apparmor:PROFILE, label:VALUE or credentialspec:FILE.",
            all =>
                all
                    .Items("dockerSecurityOptions", one => one.DockerSecurityOptions)
                    .Where(option => !SecurityOption().IsMatch(option.Item ?? ""))
                    .Select(option => new Breach(option.Path))),
    ];

    private static IEnumerable<(PlacedContainer Container, string Member, int? Value, int Min, int Max)> Times(Definition all) =>
        from one in all.Containers
        where one.It.HealthCheck is not null
        from time in new[] { ("interval", one.It.HealthCheck!.Interval, 5, 300), ("timeout", one.It.HealthCheck.Timeout, 2, 60),
            ("retries", one.It.HealthCheck.Retries, 1, 10), ("startPeriod", one.It.HealthCheck.StartPeriod, 0, 300) }
        select (one, time.Item1, time.Item2, time.Item3, time.Item4);

    private static IEnumerable<string> Empty(Secret secret) =>
        new[] { secret.Name == "" ? "name" : null, secret.ValueFrom == "" ? "valueFrom" : null }.OfType<string>();

    private static IEnumerable<Breach> Files(Definition all, Func<string, bool> isBroken) =>
        all
            .Items("environmentFiles", one => one.EnvironmentFiles)
            .Where(file => file.Item.Value is { } value && isBroken(value))
            .Select(file => new Breach($"{file.Path}.value", file.Item.Value));

    private static IEnumerable<Breach> Health(Definition all, Func<HealthCheck, bool> isBroken, Func<HealthCheck, string>? value = null) =>
        all.Containers
            .Where(one => one.It.HealthCheck is { } check && isBroken(check))
            .Select(one => one.At("healthCheck.command", value?.Invoke(one.It.HealthCheck!)));

    private static IEnumerable<(string Path, string? Name)> Variables(PlacedContainer container) =>
        (container.It.Environment ?? []).Select(variable => ($"{container.Path}.environment[{variable?.Name}]", variable?.Name))
            .Concat((container.It.Secrets ?? []).Select(secret => ($"{container.Path}.secrets[{secret?.Name}]", secret?.Name)));

    [GeneratedRegex(@"\Acredentialspec(domainless)?:.")]
    private static partial Regex CredentialSpec();

    [GeneratedRegex(@"\A(no-new-privileges(:true|:false)?|apparmor[:=].+|label[:=].+|seccomp[:=].+|credentialspec(domainless)?:.+)\z")]
    private static partial Regex SecurityOption();
}
