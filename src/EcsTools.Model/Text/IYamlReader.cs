namespace EcsTools.Model;

/// <summary>
/// Reads YAML. The implementation is in the client's load context, so that it doesn't conflict with another module's release of the same
/// library.
/// </summary>
public interface IYamlReader
{
    /// <summary>Reads a document: mappings as dictionaries, sequences as lists, everything else as the text that stands there.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="place">Receives the line of each value, by its path.</param>
    /// <exception cref="NotYamlException">The text is no YAML, or none that a request can be written in.</exception>
    object? Read(string yaml, Action<string, int> place);
}

/// <summary>A text that is no YAML.</summary>
/// <param name="problem">The problem.</param>
/// <param name="line">The line, counted from 1.</param>
/// <param name="column">The column, counted from 1.</param>
public sealed class NotYamlException(string problem, int line, int column) : Exception(problem)
{
    /// <summary>The line, counted from 1.</summary>
    public int Line => line;

    /// <summary>The column, counted from 1.</summary>
    public int Column => column;
}
