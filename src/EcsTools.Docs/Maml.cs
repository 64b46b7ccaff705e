using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.PowerShell;

namespace EcsTools.Docs;

/// <summary>Writes the pages as the MAML file that Get-Help reads.</summary>
internal static partial class Maml
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static string Write(IEnumerable<(CommandFacts Command, Page Page, IReadOnlyList<Link> Related)> pages)
    {
        var root = new XElement(
            Msh + "helpItems",
            new XAttribute(XNamespace.Xmlns + "maml", Text),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XAttribute("schema", "maml"),
            pages.Select(page => Write(page.Command, page.Page, page.Related)));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root.ToString().ReplaceLineEndings("\n")}\n";
    }

    private static XElement Write(CommandFacts command, Page page, IReadOnlyList<Link> related) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", command.Name),
            new XElement(Text + "description", Para(command.Synopsis)),
            new XElement(Command + "verb", command.Verb),
            new XElement(Command + "noun", command.Noun)),
        new XElement(Text + "description", Paras(page.Description)),
        new XElement(Command + "syntax", command.Sets.Select(set => Syntax(command, set))),
        new XElement(Command + "parameters", command.Parameters.Select(parameter => Parameter(parameter, parameter.Sets[0]))),
        new XElement(Command + "inputTypes", command.Inputs.Select(type => new XElement(Command + "inputType", Typed(type)))),
        new XElement(Command + "returnValues", command.Outputs.Select(type => new XElement(Command + "returnValue", Typed(type)))),
        new XElement(Text + "alertSet", new XElement(Text + "alert", Paras(PageWriter.Notes(page)))),
        new XElement(Command + "examples", page.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", related.Select(Related)));

    private static XElement Syntax(CommandFacts command, SetFacts set)
    {
        var parameters = from parameter in command.Parameters
                         let inSet = parameter.Sets.FirstOrDefault(s => s.Name == set.Name)
                             ?? parameter.Sets.FirstOrDefault(s => s.Name == "(All)")
                         where inSet is not null
                         orderby inSet.Position ?? int.MaxValue, !inSet.IsRequired
                         select Parameter(
                             parameter,
                             inSet,
                             new XElement(Text + "description"),
                             Value(parameter, ShortName(parameter.Type), isVariable: false),
                             Type(parameter));
        return new XElement(Command + "syntaxItem", new XElement(Text + "name", command.Name), parameters);
    }

    private static XElement Parameter(ParameterFacts parameter, ParameterSetFacts set) => Parameter(
        parameter,
        set,
        new XElement(Text + "description", Para(parameter.Description)),
        Value(parameter, parameter.Type.ToString(), isVariable: true),
        Type(parameter),
        new XElement(Dev + "defaultValue", parameter.Default.Length > 0 ? parameter.Default : parameter.IsSwitch ? "False" : "None"));

    private static XElement Parameter(ParameterFacts parameter, ParameterSetFacts set, params XElement?[] rest) => new(
        Command + "parameter",
        new XAttribute("required", set.IsRequired ? "true" : "false"),
        new XAttribute("variableLength", "false"),
        new XAttribute("globbing", parameter.TakesWildcards ? "true" : "false"),
        new XAttribute("pipelineInput", Pipeline(set)),
        new XAttribute("position", set.Position?.ToString() ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Text + "name", parameter.Name),
        rest);

    private static XElement? Value(ParameterFacts parameter, string type, bool isVariable) => parameter.IsSwitch
        ? null
        : new(
            Command + "parameterValue",
            new XAttribute("required", "true"),
            new XAttribute("variableLength", isVariable ? "true" : "false"),
            type);

    /// <summary>A type as the shell writes it in a syntax line.</summary>
    private static string ShortName(Type type) => Namespace().Replace(ToStringCodeMethods.Type(PSObject.AsPSObject(type)), "");

    private static XElement Type(ParameterFacts parameter) => new(Dev + "type", new XElement(Text + "name", parameter.Type.ToString()));

    private static string Pipeline(ParameterSetFacts set) => (set.FromPipeline, set.FromPipelineByName) switch
    {
        (true, true) => "true (ByValue, ByPropertyName)",
        (true, false) => "true (ByValue)",
        (false, true) => "true (ByPropertyName)",
        _ => "false",
    };

    private static XElement Example(Example example) => new(
        Command + "example",
        new XElement(Text + "title", $"--------- {example.Title} ---------"),
        new XElement(Text + "introduction", Introduction(example).Select(Para)),
        new XElement(Dev + "code", Session(example.Blocks)),
        new XElement(
            Dev + "remarks",
            example.Blocks
                .SkipWhile(block => block.Language is null)
                .Where(block => block.Language is null)
                .SelectMany(block => Paras(block.Text))));

    /// <summary>
    /// The empty last paragraph is the form; the shell drops it, so the text before ends with a line that is not empty to it.
    /// </summary>
    private static IEnumerable<string> Introduction(Example example)
    {
        var prose = example.Blocks.TakeWhile(block => block.Language is null).SelectMany(block => PlainText.Of(block.Text)).ToList();
        if (prose.Count > 0) prose[^1] += "\n\n\u00A0";
        return [.. prose, ""];
    }

    /// <summary>Code and output as they were on the screen.</summary>
    private static string Session(IReadOnlyList<Block> blocks) =>
        string.Join(
            "\n\n", blocks.Where(block => block.Language is not null).Select(block => block.IsCode ? $"PS> {block.Text}" : block.Text));

    private static XElement Related(Link link) =>
        new(Text + "navigationLink", new XElement(Text + "linkText", link.Words), new XElement(
            Text + "uri", link.IsOnline ? link.Address : null));

    private static object[] Typed(TypeFacts type) =>
        [new XElement(
            Dev + "type",
            new XElement(Text + "name", type.Name)), new XElement(
                Text + "description", type.Description.Length > 0 ? Para(type.Description) : null)];

    private static IEnumerable<XElement> Paras(string markdown) => PlainText.Of(markdown).Select(Para);

    private static XElement Para(string text) => new(Text + "para", text);

    [GeneratedRegex(@"\b(\w+\.)+")]
    private static partial Regex Namespace();
}
