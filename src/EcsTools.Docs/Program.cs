using System.Globalization;
using EcsTools.Docs;

// Refreshes what follows from the module in every page, runs the examples, and makes en-US/ and the README's picture. The prose is left as
// it is.
// Arguments are names of cmdlets, wildcards too: only their pages are refreshed then, and nothing else.
using var help = Help.Open();
var patterns = args
    .Select(pattern => System.Management.Automation.WildcardPattern.Get(pattern, System.Management.Automation.WildcardOptions.IgnoreCase))
    .ToList();
var pages = new List<(CommandFacts, Page)>();
var problems = 0;
foreach (var command in help.Commands.Where(command => patterns.Count == 0 || patterns.Exists(pattern => pattern.IsMatch(command.Name))))
{
    try
    {
        pages.Add((command, Refresh(command)));
    }
    catch (FormatException e)
    {
        problems++;
        await Console.Error.WriteLineAsync(e.Message);
    }
}

if (patterns.Count == 0 && problems == 0)
{
    Directory.CreateDirectory(Paths.Help);
    foreach (var (name, text) in help.WriteHelp(pages)) await File.WriteAllTextAsync(Path.Combine(Paths.Help, name), text);
    await File.WriteAllTextAsync(Session.File, Session.Draw());
}

Console.WriteLine($"{pages.Count} pages, {problems} problems.");
return problems == 0 ? 0 : 1;

Page Refresh(CommandFacts command)
{
    var written = Help.Read(command);
    var page = help.RunExamples(command, written);
    var file = Help.FileOf(command.Name);
    if (help.Write(command, page) == File.ReadAllText(file)) return page;
    page = page with { Date = DateTime.UtcNow.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture) };
    File.WriteAllText(file, help.Write(command, page));
    return page;
}
