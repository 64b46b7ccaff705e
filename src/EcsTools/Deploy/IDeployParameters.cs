using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>The parameters of a cmdlet that changes a task definition, and what each says of itself. The generator writes them for cmdlets with <c>[Deploys]</c>.</summary>
internal interface IDeployParameters
{
    /// <summary>What -Image says of itself.</summary>
    const string ImageHelp = "Images by container, such as web=repo/app:1.2 or @{ web = 'repo/app:1.2' }. If there is only one container, specify the image alone. A tag or a digest alone, such as 1.2, web=:latest or web=@sha256:…, keeps the repository.";

    /// <summary>What -Environment says of itself.</summary>
    const string EnvironmentHelp = "Environment variables by container, as in @{ web = @{ LOG_LEVEL = 'debug'; OLD = $null } }: $null takes one away, those not named stay. Where there is one container only, its variables alone will do.";

    /// <summary>What -EnvironmentFile says of itself.</summary>
    const string EnvironmentFileHelp = "Local files with environment variables, a line NAME=value each, as in .env or @{ web = '.env' }. Variables that aren't in a file stay, and -Environment takes precedence.";

    /// <summary>What -RemoveEnvironment says of itself.</summary>
    const string RemoveEnvironmentHelp = "Names of environment variables to remove, by container, as in @{ web = 'OLD', 'OLDER' }. If there is only one container, specify the names alone.";

    /// <summary>What -Secret says of itself.</summary>
    const string SecretHelp = "Secrets by container, as in @{ web = @{ PASSWORD = 'arn:aws:secretsmanager:…' } }: the ARN of a secret, or the name or ARN of an SSM parameter. $null takes one away, those not named stay.";

    /// <summary>What -RemoveSecret says of itself.</summary>
    const string RemoveSecretHelp = "Names of secrets to remove, by container, as in @{ web = 'PASSWORD' }. If there is only one container, specify the names alone.";

    /// <summary>What -HealthCheck says of itself.</summary>
    const string HealthCheckHelp = "Health checks by container, as in @{ web = 'curl -f http://localhost/' } or @{ web = @{ command = 'CMD', '/check'; interval = 10 } }. A text is a command line for the container's shell. If there is only one container, specify its check alone. $null removes it.";

    /// <summary>What -TaskRole says of itself.</summary>
    const string TaskRoleHelp = "The name or ARN of the IAM role that the containers use. An empty text removes it.";

    /// <summary>What -ExecutionRole says of itself.</summary>
    const string ExecutionRoleHelp = "The name or ARN of the IAM role with which ECS pulls images, reads secrets and writes logs. An empty text removes it.";

    /// <summary>What -Cpu says of itself.</summary>
    const string CpuHelp = "CPU units of the task, as in 512, or by container, as in @{ web = 256 }. 1024 are one vCPU.";

    /// <summary>What -Memory says of itself.</summary>
    const string MemoryHelp = "Memory of the task in MiB, as in 1024, or by container, as in @{ web = 512 }: the limit at which a container is killed.";

    /// <summary>What -Command says of itself.</summary>
    const string CommandHelp = "Commands by container, a text a word, as in @{ web = 'npm', 'start' }. Where there is one container only, the words alone will do.";

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
