using System.Collections;
using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>
/// Lets a command line, words or a hashtable stand for a health check, alone for the only container or by container. A check without a
/// container's name is kept under the empty name; null removes one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HealthChecksAttribute : ArgumentTransformationAttribute
{
    private const string Path = "healthCheck";

    private static readonly StructureShape Shape = ((IStructure)new HealthCheck()).GetShape();

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Base(inputData);
        try
        {
            return value is not null && Named.Values(value)?.ToList() is { } values
                && !values.Exists(entry => Shape.Find(entry.Key) is not null)
                ? values.ToDictionary(entry => entry.Key, entry => Check(entry.Value, $"{Path}.{entry.Key}"))
                : new Dictionary<string, HealthCheck?> { [""] = Check(value, Path) };
        }
        catch (BindingException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }

    private static HealthCheck? Check(object? given, string path) => Base(given) switch
    {
        null => null,
        string line => new() { Command = ["CMD-SHELL", line] },
        IEnumerable words and not (IDictionary or IStructure) =>
            new() { Command = Command([.. words.Cast<object?>().Select(word => LanguagePrimitives.ConvertTo<string>(word))]) },
        var other => (HealthCheck)StructureBinder.Bind(other, ValueShape.Of<HealthCheck>(), path)!,
    };

    private static List<string> Command(List<string> words) => words is ["CMD" or "CMD-SHELL" or "NONE", ..] ? words : ["CMD", .. words];

    private static object? Base(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
