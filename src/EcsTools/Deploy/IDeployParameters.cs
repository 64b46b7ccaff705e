using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>
/// The parameters of a cmdlet that changes a task definition, with their attributes. The generator writes them for cmdlets with
/// <c>[Deploys]</c>.
/// </summary>
internal interface IDeployParameters
{
    /// <summary>The help of -Image.</summary>
    const string ImageHelp =
        "Images by container, such as web=repo/app:1.2 or @{ web = 'repo/app:1.2' }. If there is only one container, specify the image alone. A tag or a digest alone, such as 1.2, web=:latest or web=@sha256:…, keeps the repository.";

    /// <summary>The help of -Environment.</summary>
    const string EnvironmentHelp =
        "Environment variables by container, for example @{ web = @{ LOG_LEVEL = 'debug'; OLD = $null } }. $null removes a variable; other variables are unchanged. If there is only one container, specify its variables alone.";

    /// <summary>The help of -EnvironmentFile.</summary>
    const string EnvironmentFileHelp =
        "Local files with environment variables, one NAME=value per line, for example .env or @{ web = '.env' }. Variables that aren't in a file stay, and -Environment takes precedence.";

    /// <summary>The help of -RemoveEnvironment.</summary>
    const string RemoveEnvironmentHelp =
        "Names of environment variables to remove, by container, for example @{ web = 'OLD', 'OLDER' }. If there is only one container, specify the names alone.";

    /// <summary>The help of -Secret.</summary>
    const string SecretHelp =
        "Secrets by container, for example @{ web = @{ PASSWORD = 'arn:aws:secretsmanager:…' } }: the ARN of a secret, or the name or ARN of an SSM parameter. $null removes a secret; other secrets are unchanged.";

    /// <summary>The help of -RemoveSecret.</summary>
    const string RemoveSecretHelp =
        "Names of secrets to remove, by container, for example @{ web = 'PASSWORD' }. If there is only one container, specify the names alone.";

    /// <summary>The help of -HealthCheck.</summary>
    const string HealthCheckHelp =
        "Health checks by container, for example @{ web = 'curl -f http://localhost/' } or @{ web = @{ command = 'CMD', '/check'; interval = 10 } }. A string is a command line for the container's shell. If there is only one container, specify its check alone. $null removes it.";

    /// <summary>The help of -TaskRole.</summary>
    const string TaskRoleHelp = "The name or ARN of the IAM role that the containers use. An empty string removes it.";

    /// <summary>The help of -ExecutionRole.</summary>
    const string ExecutionRoleHelp =
        "The name or ARN of the IAM role with which ECS pulls images, reads secrets and writes logs. An empty string removes it.";

    /// <summary>The help of -Cpu.</summary>
    const string CpuHelp = "CPU units of the task, for example 512, or by container, for example @{ web = 256 }. 1024 units are one vCPU.";

    /// <summary>The help of -Memory.</summary>
    const string MemoryHelp =
        "Memory of the task in MiB, for example 1024, or by container, for example @{ web = 512 }. A container that exceeds its limit is killed.";

    /// <summary>The help of -Command.</summary>
    const string CommandHelp =
        "Commands by container, as arrays of arguments, for example @{ web = 'npm', 'start' }. If there is only one container, specify the arguments alone.";

    /// <summary>Images by container.</summary>
    Dictionary<string, string>? Image { get; }

    /// <summary>Environment variables by container.</summary>
    Dictionary<string, Dictionary<string, string?>>? Environment { get; }

    /// <summary>Files with environment variables by container.</summary>
    Dictionary<string, List<string>>? EnvironmentFile { get; }

    /// <summary>Names of environment variables to remove by container.</summary>
    Dictionary<string, List<string>>? RemoveEnvironment { get; }

    /// <summary>Names of secrets to remove by container.</summary>
    Dictionary<string, List<string>>? RemoveSecret { get; }

    /// <summary>Health checks by container.</summary>
    Dictionary<string, HealthCheck?>? HealthCheck { get; }

    /// <summary>The role of the containers; empty for none.</summary>
    string? TaskRole { get; }

    /// <summary>The role of ECS itself; empty for none.</summary>
    string? ExecutionRole { get; }

    /// <summary>Secrets by container.</summary>
    Dictionary<string, Dictionary<string, string?>>? Secret { get; }

    /// <summary>CPU units by container, or of the task.</summary>
    Dictionary<string, string>? Cpu { get; }

    /// <summary>MiB of memory by container, or of the task.</summary>
    Dictionary<string, string>? Memory { get; }

    /// <summary>Commands by container.</summary>
    Dictionary<string, List<string>>? Command { get; }
}
