using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>
/// A value that does not fit the structure it is meant for. To PowerShell it is one that cannot be cast, so that it looks for another
/// parameter for what is piped.
/// </summary>
internal sealed class BindingException(
    string path,
    string problem,
    Exception? inner = null,
    int? line = null) : PSInvalidCastException(path.Length == 0 ? problem : $"{path}: {problem}", inner)
{
    /// <summary>The way to the value, as in <c>containerDefinitions[0].portMappings[1].containerPort</c>.</summary>
    public string Path => path;

    /// <summary>The line of the text where it stands, counted from 1 as editors do; null where only the path is known.</summary>
    public int? Line => line;
}
