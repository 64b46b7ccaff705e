using System.Text.RegularExpressions;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Docs;

/// <summary>Texts for users are in plain English. Each pattern is a fault that a reader would stumble over; what is hard to find by a pattern isn't here.</summary>
public sealed partial class PlainEnglishTests
{
    /// <summary>Texts that have a reason to be as they are.</summary>
    private static readonly string[] Allowed =
    [
        "Specify a value for either 'port'", // The text of ECS.
    ];

    /// <summary>The patterns, and the replacement for each.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { @"\b(anew|beforehand|foret\w+|foreseen|nobody|somebody|everybody|whoever|fares?|in peace|at peace|mends?|mended|midst|oftener|all the same|besides)\b", "predict, no one, someone, everyone, correct, during, still, also" },
        { @"(?<!\b[Tt]here )\b(is|are|was|were) no (?!longer\b|one\b)[a-z]", "Negate the verb: \"isn't a region\"." },
        { @", for (it|they|there|nothing|nobody) ", "because" },
        { @"\b(one|two|ten|twenty|hundred|class|file|folder|call|error|\d+) an? (call|page|family|group|structure|enum|second|minute|service|resource|line|file|task|request)\b", "per, or \"for each\"" },
        { @"\b(behaviour\w*|colours?|coloured|misspelt|honour\w*|favour\w*|licences?|organis\w+|recognis\w+)\b", "US spelling" },
        { @"(^|[.] )Makes (a|an|the) ", "Creates" },
        { @"\b(comes? out|came out|puts? back|takes? off|taken off|(go|goes|going|went) on(?! the)|overtak\w+|gives? way|gave way|(takes?|took|taken) (its|their|the) place|under way|into use again)\b", "is returned, restore, remove, continue, superseded, in progress" },
        { @"\b([Ll]eft out:|when left out|where none is given|unless given)", "Default:" },
        { @"\b(an|the|by|or|and|of) ids?\b|\bIds? (or|of)\b", "ID" },
        { @"\b(told|forgets|remembers|insists|believes?|believed)\b|\b(it|which|that|ECS|help|page|cmdlet) (says|tells)\b", "Software doesn't speak, know, or want: reports, shows, contains, requires." },
        { @"\b(waited|asked|looked|cared) (for|at)\b", "Say who acts: \"the cmdlet waits for\"." },
        { @"\bemits?\b", "returns" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void No_text_for_users_has_a_fault(string fault, string instead)
    {
        var found = UserText.All.Where(text => Regex.IsMatch(text.Text, fault) && !Allowed.Any(allowed => text.Text.Contains(allowed, StringComparison.Ordinal))).ToList();
        Assert.True(found.Count == 0, $"Write: {instead}\n{string.Join('\n', found.Select(text => $"{text.Where}: {text.Text}"))}");
    }

    /// <summary>The patterns that stay out of comments too. Contributors may be less strict with the rest.</summary>
    public static TheoryData<string, string> FaultsOfComments => new()
    {
        { "(^|[.;:!] )(What|Where|Who|Whoever|Whatever|Of what|Of the|Of a) [a-z]", "Start with the subject: \"The endpoint of the client\"." },
        { @"\b(anew|beforehand|foret\w+|foreseen|nobody|somebody|everybody|anybody|whoever|fares?|in peace|at peace|mends?|mended|midst|oftener|all the same)\b", "no one, someone, everyone, correct, during, still" },
        { @"(?<!\b[Tt]here )\b(is|are|was|were) no (?!longer\b|one\b)[a-z]", "Negate the verb: \"isn't a region\"." },
        { @", for (it|they|there|nothing|nobody) ", "because" },
        { @"\b(behaviour\w*|colours?|coloured|misspelt|honour\w*|favour\w*|licences?|organis\w+|recognis\w+)\b", "US spelling" },
        { @"\b(comes? out|came out|puts? back|takes? off|taken off|(go|goes|going|went|gone) on(?! the)|overtak\w+|gives? way|gave way|(takes?|took|taken) (its|their|the) place|under way|into use again)\b", "is returned, restore, remove, continue, superseded, in progress" },
        { @"\b(told|forgets?|forgotten|remembers|insists|believes?|believed)\b|\b(it|which|that|ECS|who|row|document|state) (says|tells)\b", "Software doesn't speak, know, or want: reports, shows, contains, requires." },
        { "^Makes (a|an|the|it) ", "Creates" },
    };

    [Theory, MemberData(nameof(FaultsOfComments))]
    public void No_comment_has_a_fault(string fault, string instead)
    {
        var found = UserText.Comments().Where(text => Regex.IsMatch(text.Text, fault)).ToList();
        Assert.True(found.Count == 0, $"Write: {instead}\n{string.Join('\n', found.Select(text => $"{text.Where}: {text.Text}"))}");
    }

    [Fact]
    public void No_sentence_of_a_page_starts_with_a_clause()
    {
        var found = UserText.Pages().Where(text => !text.Text.StartsWith('#') && Clause().IsMatch(text.Text)).ToList();
        Assert.True(found.Count == 0, $"Start with the subject:\n{string.Join('\n', found.Select(text => $"{text.Where}: {text.Text}"))}");
    }

    [Theory]
    [InlineData("Get", "Gets ")]
    [InlineData("New", "Creates ")]
    [InlineData("Wait", "Waits until ")]
    [InlineData("Register", "Registers ")]
    [InlineData("Update", "Updates |Changes |Starts |Drains |Enables |Sets |Scales ")]
    [InlineData("", "[A-Z][a-z]+s ")]
    public void A_synopsis_is_one_sentence_that_starts_with_a_verb(string verb, string start) =>
        Assert.All(Pages().Where(page => page.Name.StartsWith($"{verb}-", StringComparison.Ordinal) || verb.Length == 0), page => Assert.Matches($"^({start})[^;]*[^.;]\\.$", page.Text.Split("## SYNOPSIS\n\n")[1].Split('\n')[0]));

    [Fact]
    public void The_title_of_an_example_is_a_task() =>
        Assert.All(Pages(), page => Assert.All(Title().Matches(page.Text), title => Assert.DoesNotMatch(NoTask(), title.Groups[1].Value)));

    private static IEnumerable<(string Name, string Text)> Pages() =>
        Directory.GetFiles(Path.Combine(EcsPrompt.Metadata("Repository"), "docs", "cmdlets")).Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    [GeneratedRegex(@"(^|^- |^\| |[.!?] )(What|Where|Who|Whoever|Whatever|Of what|Of the) [a-z][^?]*$")]
    private static partial Regex Clause();

    [GeneratedRegex("^### Example [0-9]+: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex("^(A|An|The|One|Two|All|What|Where|Who|Which|With|Without|In|On|Of|From|Until|After|Before|Only|Several|It|Its|Into|To|No|How|Why|When|By|Is|Has) ")]
    private static partial Regex NoTask();
}
