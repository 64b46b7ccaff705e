namespace EcsTools.Binding;

/// <summary>A value that does not fit the structure it is meant for.</summary>
internal sealed class BindingException(string path, string problem, Exception? inner = null) : Exception($"{path}: {problem}", inner)
{
    /// <summary>The way to the value, as in <c>containerDefinitions[0].portMappings[1].containerPort</c>.</summary>
    public string Path => path;
}
