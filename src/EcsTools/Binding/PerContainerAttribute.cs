using System.Collections;
using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>
/// Lets a hashtable give each container a value of its own, as in <c>@{ web = 'nginx:1.27' }</c>, and texts do so as <c>web=nginx:1.27</c>
/// where the value is a text that has no <c>=</c>. A value without a container's name is kept under the empty name.
/// </summary>
/// <param name="parameter">The parameter, with which the paths of errors begin.</param>
/// <param name="kind">The value for each container: a string, a list of strings, or strings by name.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PerContainerAttribute(string parameter, ValueKind kind) : ArgumentTransformationAttribute
{
    /// <summary>Whether <c>web=value</c> names the container.</summary>
    public bool TakesPairs { get; init; }

    /// <summary>Whether one text of a list can be empty, as an argument of a command can.</summary>
    public bool TakesEmptyItems { get; init; }

    /// <summary>Whether values by container name no container, or give all containers a list without a text.</summary>
    internal bool IsNothing(IDictionary values) =>
        values.Count == 0
            || (values.Count == 1 && values[""] is IList list
                && (TakesEmptyItems
                    ? list.Cast<object?>().All(GivenArgument.IsEmpty)
                    : list.Count == 0 || list.Cast<object?>().Any(GivenArgument.IsEmpty)));

    /// <summary>Whether the values are names, none of which can be empty.</summary>
    public bool AreNames { get; init; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null) return null;
        try
        {
            return kind switch
            {
                ValueKind.List =>
                    Names((Dictionary<string, List<string>>)StructureBinder.Bind(
                        ByContainer(inputData), ValueShape.Map<List<string>>(ValueShape.List<string>(ValueShape.String)), parameter)!),
                ValueKind.Map =>
                    StructureBinder.Bind(
                        ByContainer(inputData),
                        ValueShape.Map<Dictionary<string, string?>>(ValueShape.Map<string?>(ValueShape.String)),
                        parameter),
                _ =>
                    Texts((Dictionary<string, string>)StructureBinder.Bind(
                        ByContainer(inputData), ValueShape.Map<string>(ValueShape.String), parameter)!),
            };
        }
        catch (BindingException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }

    private Dictionary<string, List<string>> Names(Dictionary<string, List<string>> values) => AreNames
        && values.Values.Any(names => names is not { Count: > 0 } || names.Exists(string.IsNullOrWhiteSpace))
        ? throw new BindingException(parameter, "expected names, found an empty one. The usual cause is a variable that isn't set")
        : values;

    private Dictionary<string, string> Texts(
        Dictionary<string, string> values) => values.FirstOrDefault(pair => string.IsNullOrWhiteSpace(pair.Value)) is { Key: { } container }
        ? throw new BindingException(
            container.Length == 0 ? parameter : $"{parameter}.{container}", "expected a string, found an empty one")
        : values;

    private object ByContainer(object given)
    {
        var value = given is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : given;
        if (Named.Values(value)?.ToList() is { } values
            && (kind != ValueKind.Map || values.TrueForAll(v => v.Value is { } inner && Named.Values(inner) is not null)))
            return value;
        // of what was typed: 2.0, not 2
        if (TakesPairs && LanguagePrimitives.ConvertTo<string[]>(given) is var texts)
            return texts.Select(Pair).ToDictionary(pair => pair.Key, pair => pair.Value);
        return new Dictionary<string, object> { [""] = value };
    }

    private static KeyValuePair<string, string> Pair(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0
            ? System.Collections.Generic.KeyValuePair.Create(text[..equals], text[(equals + 1)..])
            : System.Collections.Generic.KeyValuePair.Create("", text);
}
