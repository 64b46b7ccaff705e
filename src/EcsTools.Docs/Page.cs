namespace EcsTools.Docs;

/// <summary>The hand-written prose of a cmdlet's page.</summary>
/// <param name="Description">Markdown.</param>
/// <param name="Notes">Markdown; empty where there is nothing to note.</param>
/// <param name="Actions">The IAM actions of the cmdlet. They aren't prose, but follow from its examples.</param>
/// <param name="Date">When the page last changed, as PlatyPS writes it.</param>
public sealed record Page(string Name, string Description, IReadOnlyList<Example> Examples, string Notes, IamActions Actions, string Date);

/// <summary>An example of a page.</summary>
public sealed record Example(string Title, IReadOnlyList<Block> Blocks);

/// <summary>A part of an example: some prose, or a fence of code or output.</summary>
/// <param name="Language">The language of the fence; null for prose.</param>
public sealed record Block(string? Language, string Text)
{
    /// <summary>Whether it is run.</summary>
    public bool IsCode => Language == "powershell";

    /// <summary>Whether it is what the code before it printed.</summary>
    public bool IsOutput => Language == "output";
}
