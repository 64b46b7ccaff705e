namespace EcsTools.Binding;

/// <summary>A value that does not fit the structure it is meant for.</summary>
internal sealed class BindingException(string path, string problem, Exception? inner = null, int? line = null) : Exception(path.Length == 0 ? problem : $"{path}: {problem}", inner)
{
    /// <summary>The way to the value, as in <c>containerDefinitions[0].portMappings[1].containerPort</c>.</summary>
    public string Path => path;

    /// <summary>The line of the text where it stands, counted from 1 as editors do; null where only the path is known.</summary>
    public int? Line => line;
}
