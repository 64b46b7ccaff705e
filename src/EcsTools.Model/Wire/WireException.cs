namespace EcsTools.Model;

/// <summary>JSON that does not have the shape of the structure it is read into.</summary>
public sealed class WireException : Exception
{
    /// <summary>Reports what is wrong with the value at a byte offset of the JSON.</summary>
    public WireException(string problem, long offset)
        : base(problem) => (Problem, Offset) = (problem, offset);

    private WireException(string problem, long offset, string path, Exception inner)
        : base(path.Length == 0 ? problem : $"{path}: {problem}", inner) => (Problem, Offset, Path) = (problem, offset, path);

    /// <summary>The problem, without its place: "expected a number, found a string".</summary>
    public string Problem { get; }

    /// <summary>The start of the value, in bytes.</summary>
    public long Offset { get; }

    /// <summary>The way to the value, as in <c>containerDefinitions[0].cpu</c>; empty for the outermost one.</summary>
    public string Path { get; } = "";

    internal WireException At(string path) => new(Problem, Offset, path, this);
}
