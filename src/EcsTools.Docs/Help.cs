namespace EcsTools.Docs;

/// <summary>
/// The pages in docs/cmdlets, the topics in docs/about, the help in en-US/, as they should be: their prose, and around it what follows from
/// the module.
/// </summary>
public sealed class Help : IDisposable
{
    private const string AboutPattern = "about_*.md";
    private readonly Lazy<ExampleRunner> runner = new(() => new ExampleRunner());

    private Help(IReadOnlyList<CommandFacts> commands) => Commands = commands;

    /// <summary>The module's cmdlets, by name.</summary>
    public IReadOnlyList<CommandFacts> Commands { get; }

    /// <summary>Imports the built module, and looks at its cmdlets.</summary>
    public static Help Open()
    {
        using var prompt = new Prompt();
        return new(new FactsReader(prompt).ReadAll());
    }

    /// <summary>The file of the page of a cmdlet.</summary>
    public static string FileOf(string command) => Path.Combine(Paths.Pages, $"{command}.md");

    /// <summary>A cmdlet's page as it was written.</summary>
    /// <exception cref="FormatException">It is not there, or lacks what a page must have.</exception>
    public static Page Read(CommandFacts command) =>
        File.Exists(FileOf(command.Name))
            ? PageReader.Read(command.Name, File.ReadAllText(FileOf(command.Name)))
            : throw new FormatException($"docs/cmdlets/{command.Name}.md doesn't exist. Write it with ## DESCRIPTION and ## EXAMPLES; the tool generates the rest.");

    /// <summary>A page's file as it should be.</summary>
    public string Write(CommandFacts command, Page page) => PageWriter.Write(command, page, Related(command, page.Actions));

    /// <summary>The page with what its examples print and call now.</summary>
    public Page RunExamples(CommandFacts command, Page page) => runner.Value.Run(command, page);

    /// <summary>The files of en-US/ as they should be, by name.</summary>
    public IReadOnlyDictionary<string, string> WriteHelp(IEnumerable<(CommandFacts Command, Page Page)> pages)
    {
        var files = Directory.GetFiles(Paths.Topics, AboutPattern)
            .ToDictionary(
                file => Path.ChangeExtension(Path.GetFileName(file), ".help.txt"), file => AboutTopic.Write(File.ReadAllText(file)));
        files.Add(
            "EcsTools.dll-Help.xml", Maml.Write(pages.Select(page => (page.Command, page.Page, Related(page.Command, page.Page.Actions)))));
        return files;
    }

    /// <summary>Ends the prompt of the examples.</summary>
    public void Dispose()
    {
        if (runner.IsValueCreated) runner.Value.Dispose();
    }

    /// <summary>
    /// The page of AWS that Get-Help -Online opens, the cmdlets with the same noun, the operations of ECS, and the first topic to read.
    /// </summary>
    private IReadOnlyList<Link> Related(CommandFacts command, IamActions actions)
    {
        var operations = actions.Always
            .Where(action => action.StartsWith("ecs:", StringComparison.Ordinal))
            .Select(action => action["ecs:".Length..])
            .ToList();
        return
        [
            Link.Online(command.Operation ?? operations.FirstOrDefault()),
            .. Commands.Where(other =>
                other.Noun == command.Noun && other != command).Select(other => new Link(other.Name, $"{other.Name}.md")),
            .. operations.Select(Link.ToOperation),
            new("about_EcsTools", "../about/about_EcsTools.md"),
        ];
    }
}
