using System.Globalization;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Text;

namespace EcsTools.Deploy;

/// <summary>
/// The changes of a deployment: images, variables, secrets, commands, health checks and sizes, by container, and roles. The empty name is
/// the only container, or, for sizes, the task.
/// </summary>
internal sealed class TaskDefinitionChange
{
    private readonly IDeployParameters parameters;
    private readonly Dictionary<string, string> images, cpus, memories;
    private readonly List<(string Container, Dictionary<string, string?> Values)> environments, secrets;
    private readonly Dictionary<string, List<string>> commands;
    private readonly Dictionary<string, HealthCheck?> healthChecks;

    /// <param name="parameters">The changes.</param>
    /// <param name="files">The variables in the environment files, by container.</param>
    private TaskDefinitionChange(IDeployParameters parameters, IEnumerable<(string Container, Dictionary<string, string?> Values)> files)
    {
        this.parameters = parameters;
        (images, cpus, memories) = (parameters.Image ?? [], parameters.Cpu ?? [], parameters.Memory ?? []);
        environments = [.. files, .. Pairs(parameters.Environment), .. Removed(parameters.RemoveEnvironment)];
        secrets = [.. Pairs(parameters.Secret), .. Removed(parameters.RemoveSecret)];
        (commands, healthChecks) = (parameters.Command ?? [], parameters.HealthCheck ?? []);
    }

    /// <summary>The changes in the parameters of a cmdlet. An environment file that can't be read ends the command.</summary>
    public static TaskDefinitionChange Of<TCommand>(TCommand command)
        where TCommand : EcsCmdlet, IDeployParameters
    {
        try
        {
            return new(
                command,
                (command.EnvironmentFile ?? [])
                    .SelectMany(files => files.Value.Select(file => (files.Key, EnvironmentFile.Read(command, file))))
                    .ToList());
        }
        catch (EcsException e)
        {
            command.ThrowTerminatingError(Errors.Invalid(
                e.ErrorCode,
                e.Message,
                null,
                "Specify files with a line NAME=value for each variable. Files in Amazon S3 belong to the task definition's environmentFiles."));
            throw; // for the compiler: the line above throws
        }
    }

    /// <summary>Whether nothing is to be changed.</summary>
    public bool IsEmpty =>
        images.Count + cpus.Count + memories.Count + environments.Count + secrets.Count + commands.Count + healthChecks.Count == 0
            && (parameters.TaskRole ?? parameters.ExecutionRole) is null;

    /// <summary>A task definition with the changes; the one given stays as it is.</summary>
    /// <exception cref="EcsException">A container that is named is not there, or none is named where there are several.</exception>
    public RegisterTaskDefinitionRequest Applied(RegisterTaskDefinitionRequest given, string name)
    {
        var changed = given.Copy();
        var target = new Containers(changed.ContainerDefinitions ?? [], name);
        foreach (var (container, image) in images) SetImage(target.Find(container), image);
        foreach (var (container, command) in commands) target.Find(container).Command = command;
        foreach (var (container, variables) in environments) SetVariables(target.Find(container), variables);
        foreach (var (container, references) in secrets) SetSecrets(target.Find(container), references);
        foreach (var (container, check) in healthChecks) target.Find(container).HealthCheck = check;
        if (parameters.TaskRole is { } taskRole) changed.TaskRoleArn = NoneIfEmpty(taskRole);
        if (parameters.ExecutionRole is { } executionRole) changed.ExecutionRoleArn = NoneIfEmpty(executionRole);
        foreach (var (container, units) in cpus) SetCpu(changed, target, container, units);
        foreach (var (container, size) in memories) SetMemory(changed, target, container, size);
        return changed;
    }

    private static IEnumerable<(string Container, Dictionary<string, string?> Values)> Pairs(
        Dictionary<string, Dictionary<string, string?>>? given) =>
        (given ?? []).Select(one => (one.Key, one.Value));

    private static IEnumerable<(string Container, Dictionary<string, string?> Values)> Removed(Dictionary<string, List<string>>? given) =>
        (given ?? []).Select(one => (one.Key, one.Value.Distinct().ToDictionary(name => name, _ => (string?)null)));

    private static string? NoneIfEmpty(string role) => role.Length == 0 ? null : role;

    private static void SetImage(ContainerDefinition container, string image) =>
        container.Image = ImageReference.Changed(image, container.Image);

    /// <summary>A name is a variable or a secret, never both: ECS refuses that.</summary>
    private static void SetVariables(ContainerDefinition container, Dictionary<string, string?> variables)
    {
        var set = container.Environment ?? [];
        foreach (var (name, value) in variables) Put(
            set, one => one.Name == name, value is null ? null : new Model.KeyValuePair { Name = name, Value = value });
        container.Environment = set;
        container.Secrets?.RemoveAll(secret => variables.GetValueOrDefault(secret.Name ?? "") is not null);
    }

    private static void SetSecrets(ContainerDefinition container, Dictionary<string, string?> references)
    {
        var set = container.Secrets ?? [];
        foreach (var (name, from) in references) Put(
            set, one => one.Name == name, from is null ? null : new Secret { Name = name, ValueFrom = from });
        container.Secrets = set;
        container.Environment?.RemoveAll(variable => references.GetValueOrDefault(variable.Name ?? "") is not null);
    }

    /// <summary>Puts an item where the one before it was, or at the end; null takes it away.</summary>
    private static void Put<T>(List<T> list, Predicate<T> isIt, T? item)
        where T : class
    {
        var at = list.FindIndex(isIt);
        if (item is null) list.RemoveAll(isIt);
        else if (at < 0) list.Add(item);
        else list[at] = item;
    }

    private static void SetCpu(RegisterTaskDefinitionRequest request, Containers target, string container, string units)
    {
        if (container.Length == 0) request.Cpu = units;
        else target.Find(container).Cpu = Number("Cpu", container, TaskSize.Cpu(units)!);
    }

    private static void SetMemory(RegisterTaskDefinitionRequest request, Containers target, string container, string size)
    {
        if (container.Length == 0) request.Memory = size;
        else target.Find(container).Memory = Number("Memory", container, TaskSize.Memory(size)!);
    }

    private static int Number(
        string parameter,
        string container,
        string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new EcsException("InvalidSize", $"-{parameter} of container '{container}' must be a whole number, not '{text}'.");

    /// <summary>The containers of a task definition, by name.</summary>
    private sealed class Containers(List<ContainerDefinition> all, string definition)
    {
        public ContainerDefinition Find(string name)
        {
            if (name.Length == 0 && all is [var only]) return only;
            var names = string.Join(", ", all.Select(container => container.Name));
            if (name.Length == 0)
                throw new EcsException(
                    "ContainerNotNamed",
                    $"{definition} has several containers ({names}). Specify one of them, for example @{{ {all.FirstOrDefault()?.Name} = … }}.");
            return all.Find(container => container.Name == name) ?? throw new EcsException(
                "ContainerNotFound",
                $"{Spelling.Sentence($"{definition} has no container '{name}'", name, all.Select(container => container.Name ?? ""))} It has {names}.");
        }
    }
}
