namespace EcsTools.Docs;

/// <summary>Runs the examples of a page, one after another at one prompt, on a local ECS with the shop of docs/examples/shop.ps1.</summary>
public sealed class ExampleRunner : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-docs-");

    /// <summary>Creates the shop once; each page starts with a copy of it.</summary>
    public ExampleRunner()
    {
        using var prompt = new Prompt();
        var said = prompt.Type($"& '{Paths.World}'; Export-EcsLocal '{World}'");
        if (said.Length > 0) throw new InvalidOperationException($"{Paths.World} said:\n{said}");
    }

    private string World => Path.Combine(folder.FullName, "shop.json");

    /// <summary>The page with what its code prints now where it shows output. Code that has no output block is run too.</summary>
    /// <exception cref="FormatException">Code failed where the page shows no output.</exception>
    public Page Run(CommandFacts command, Page page)
    {
        using var calls = new CallRecorder(run => run == page.Name);
        using var prompt = new Prompt();
        prompt
            .Evaluate($"$null = Start-EcsLocal -ManualClock -Path '{World}'; Set-EcsContext -Cluster shop; $ExecutionContext.SessionState.Path.SetLocation('{folder.CreateSubdirectory(page.Name).FullName}') | Out-Null");
        List<Example> examples = [.. page.Examples.Select(example => Run(page, example, prompt))];
        return page with { Examples = examples, Actions = IamActions.Of(command, calls.Calls.Where(call => call.Cmdlet == command.Name)) };
    }

    /// <summary>Removes what the examples wrote.</summary>
    public void Dispose() => folder.Delete(recursive: true);

    private static Example Run(Page page, Example example, Prompt prompt)
    {
        var blocks = new List<Block>();
        var output = "";
        foreach (var (index, block) in example.Blocks.Index())
        {
            if (block.IsCode)
            {
                prompt.Evaluate("$Error.Clear()");
                output = CallRecorder.Run(page.Name, () => prompt.Type(block.Text));
                var isShown = index + 1 < example.Blocks.Count && example.Blocks[index + 1].IsOutput;
                if (!isShown && prompt.Evaluate("$Error").Count > 0)
                    throw new FormatException($"docs/cmdlets/{page.Name}.md, '{example.Title}': {prompt.Evaluate("$Error")[0]}");
            }

            blocks.Add(block.IsOutput ? block with { Text = output } : block);
        }

        return new(example.Title, blocks);
    }
}
