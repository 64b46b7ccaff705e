using System.Collections;
using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>Named values, whatever holds them.</summary>
internal static class Named
{
    /// <summary>The entries of a dictionary or the properties of a custom object; null for everything else.</summary>
    public static IEnumerable<KeyValuePair<string, object?>>? Values(object value) => value switch
    {
        IDictionary dictionary => Entries(dictionary),
        PSObject { BaseObject: PSCustomObject } custom => custom.Properties.Select(p => KeyValuePair.Create(p.Name, (object?)p.Value)),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary) yield return KeyValuePair.Create(entry.Key.ToString()!, entry.Value);
    }
}
