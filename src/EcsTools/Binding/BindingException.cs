using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>A value that does not fit the structure it is meant for. To PowerShell it is one that cannot be cast, so that it looks for another parameter for what is piped.</summary>
internal sealed class BindingException(string path, string problem, Exception? inner = null) : PSInvalidCastException($"{path}: {problem}", inner)
{
    /// <summary>The way to the value, as in <c>containerDefinitions[0].portMappings[1].containerPort</c>.</summary>
    public string Path => path;
}
