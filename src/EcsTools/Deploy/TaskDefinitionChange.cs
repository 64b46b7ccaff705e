using System.Globalization;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Text;

namespace EcsTools.Deploy;

/// <summary>What people change when they deploy: images, variables, secrets, commands and sizes, by container. The empty name is the only container, or, for sizes, the task.</summary>
internal sealed class TaskDefinitionChange(IDeployParameters parameters)
{
    private readonly Dictionary<string, string> images = parameters.Image ?? [], cpus = parameters.Cpu ?? [], memories = parameters.Memory ?? [];
    private readonly Dictionary<string, Dictionary<string, string?>> environments = parameters.Environment ?? [], secrets = parameters.Secret ?? [];
    private readonly Dictionary<string, List<string>> commands = parameters.Command ?? [];

    /// <summary>Whether nothing is to be changed.</summary>
    public bool IsEmpty => images.Count + cpus.Count + memories.Count + environments.Count + secrets.Count + commands.Count == 0;

    /// <summary>A task definition with the changes; the one given stays as it is.</summary>
    /// <exception cref="EcsException">A container that is named is not there, or none is named where there are several.</exception>
    public RegisterTaskDefinitionRequest Applied(RegisterTaskDefinitionRequest given, string name)
    {
        var changed = WireJson.Clone(given);
        var target = new Containers(changed.ContainerDefinitions ?? [], name);
        foreach (var (container, image) in images) SetImage(target.Find(container), image);
        foreach (var (container, command) in commands) target.Find(container).Command = command;
        foreach (var (container, variables) in environments) SetVariables(target.Find(container), variables);
        foreach (var (container, references) in secrets) SetSecrets(target.Find(container), references);
        foreach (var (container, units) in cpus) SetCpu(changed, target, container, units);
        foreach (var (container, size) in memories) SetMemory(changed, target, container, size);
        return changed;
    }

    private static void SetImage(ContainerDefinition container, string image) => container.Image = ImageReference.Changed(image, container.Image);

    /// <summary>A name is a variable or a secret, never both: ECS refuses that.</summary>
    private static void SetVariables(ContainerDefinition container, Dictionary<string, string?> variables)
    {
        var set = container.Environment ?? [];
        foreach (var (name, value) in variables) Put(set, one => one.Name == name, value is null ? null : new Model.KeyValuePair { Name = name, Value = value });
        container.Environment = set;
        container.Secrets?.RemoveAll(secret => variables.GetValueOrDefault(secret.Name ?? "") is not null);
    }

    private static void SetSecrets(ContainerDefinition container, Dictionary<string, string?> references)
    {
        var set = container.Secrets ?? [];
        foreach (var (name, from) in references) Put(set, one => one.Name == name, from is null ? null : new Secret { Name = name, ValueFrom = from });
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

    private static int Number(string parameter, string container, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new EcsException("InvalidSize", $"-{parameter} of container '{container}' must be a whole number, not '{text}'.");

    /// <summary>The containers of a task definition, by name.</summary>
    private sealed class Containers(List<ContainerDefinition> all, string definition)
    {
        public ContainerDefinition Find(string name)
        {
            if (name.Length == 0 && all is [var only]) return only;
            var names = string.Join(", ", all.Select(container => container.Name));
            if (name.Length == 0) throw new EcsException("ContainerNotNamed", $"{definition} has several containers ({names}). Specify one of them, for example @{{ {all.FirstOrDefault()?.Name} = … }}.");
            return all.Find(container => container.Name == name) ?? throw new EcsException(
                "ContainerNotFound", $"{Spelling.Sentence($"{definition} has no container '{name}'", name, all.Select(container => container.Name ?? ""))} It has {names}.");
        }
    }
}
