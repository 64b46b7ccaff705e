using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Health checks, variables, secrets, environment files and credential specs.</summary>
internal sealed partial class ContainerRules : RuleMaking<Definition>
{
    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Documented(
            "A health check has a command.", "healthCheck.command should not be null or empty.", "Set command, for example CMD-SHELL, curl -f http://localhost/ || exit 1.",
            all => Health(all, check => check.Command is not { Count: > 0 })),
        Documented(
            "A health check's command has words after CMD or CMD-SHELL.", "healthCheck.command has nothing to run.", "Add the command that is to be run.",
            all => Health(all, check => check.Command is ["CMD" or "CMD-SHELL"])),
        Warning(
            "A health check's command begins with CMD, CMD-SHELL or NONE.", "The command begins with '{1:word}', and containers can't run it.", "Begin with CMD for a program and its arguments, or with CMD-SHELL for a command line.",
            all => Health(all, check => check.Command is [not ("CMD" or "CMD-SHELL" or "NONE"), ..], check => check.Command![0])),
        Reported(
            "Each variable and each secret of a container has another name.", "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '{0:name}'.", "Give each variable or secret another name.",
            all => all.Containers.SelectMany(one => Repeated(Variables(one)))),
        Documented(
            "The name of a variable isn't empty.", "Environment variable name should not be null or empty.", "Set name.",
            all => all.Items("environment", one => one.Environment).Where(variable => string.IsNullOrEmpty(variable.Item.Name)).Select(variable => new Breach($"{variable.Path}.name"))),
        Documented(
            "An environment file has the extension .env.", "The environment file must have a .env file extension.", "Rename '{0:file}' to a file that ends in .env.",
            all => all.Items("environmentFiles", one => one.EnvironmentFiles).Where(file => file.Item.Value?.EndsWith(".env", StringComparison.Ordinal) == false).Select(file => new Breach($"{file.Path}.value", file.Item.Value))),
        Documented(
            "A credential spec begins with credentialspec: or credentialspecdomainless:.", "credentialSpecs is not valid.", "Write it as credentialspec:ARN or credentialspecdomainless:ARN.",
            all => all.Items("credentialSpecs", one => one.CredentialSpecs).Where(spec => !CredentialSpec().IsMatch(spec.Item ?? "")).Select(spec => new Breach(spec.Path))),
        Documented(
            "A Docker security option is no-new-privileges, apparmor:PROFILE, label:VALUE or credentialspec:FILE.", "dockerSecurityOptions is not valid.", "Choose no-new-privileges, apparmor:PROFILE, label:VALUE or credentialspec:FILE.",
            all => all.Items("dockerSecurityOptions", one => one.DockerSecurityOptions).Where(option => !SecurityOption().IsMatch(option.Item ?? "")).Select(option => new Breach(option.Path))),
    ];

    private static IEnumerable<Breach> Health(Definition all, Func<HealthCheck, bool> isBroken, Func<HealthCheck, string>? value = null) =>
        all.Containers.Where(one => one.It.HealthCheck is { } check && isBroken(check)).Select(one => one.At("healthCheck.command", value?.Invoke(one.It.HealthCheck!)));

    private static IEnumerable<(string Path, string? Name)> Variables(PlacedContainer container) =>
        (container.It.Environment ?? []).Select(variable => ($"{container.Path}.environment[{variable?.Name}]", variable?.Name))
            .Concat((container.It.Secrets ?? []).Select(secret => ($"{container.Path}.secrets[{secret?.Name}]", secret?.Name)));

    [GeneratedRegex(@"\Acredentialspec(domainless)?:.")]
    private static partial Regex CredentialSpec();

    [GeneratedRegex(@"\A(no-new-privileges(:true|:false)?|apparmor[:=].+|label[:=].+|seccomp[:=].+|credentialspec(domainless)?:.+)\z")]
    private static partial Regex SecurityOption();
}
