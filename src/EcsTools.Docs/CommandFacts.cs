namespace EcsTools.Docs;

/// <summary>A cmdlet as the engine describes it: the parts of a page that aren't prose.</summary>
/// <param name="Synopsis">Its summary in the code.</param>
/// <param name="Operation">The operation of ECS that it's about; null if there is none.</param>
/// <param name="Calls">The calls that its code lists, because its examples don't show them.</param>
public sealed record CommandFacts(
    string Name,
    string Synopsis,
    IReadOnlyList<string> Aliases,
    string? Operation,
    IReadOnlyList<RecordedCall> Calls,
    IReadOnlyList<SetFacts> Sets,
    IReadOnlyList<ParameterFacts> Parameters,
    IReadOnlyList<TypeFacts> Inputs,
    IReadOnlyList<TypeFacts> Outputs)
{
    /// <summary>The part before the dash.</summary>
    public string Verb => Name[..Name.IndexOf('-')];

    /// <summary>The part after the dash.</summary>
    public string Noun => Name[(Name.IndexOf('-') + 1)..];
}

/// <summary>A way to call a cmdlet.</summary>
public sealed record SetFacts(string Name, bool IsDefault, string Syntax);

/// <summary>A type of the input or output, with its description.</summary>
public sealed record TypeFacts(string Name, string Description);

/// <summary>A parameter.</summary>
/// <param name="Default">The default, as text; empty if the parameter is then not sent.</param>
/// <param name="Accepted">The only values that it takes; empty where there are others.</param>
public sealed record ParameterFacts(
    string Name,
    Type Type,
    string Description,
    string Default,
    bool TakesWildcards,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Accepted,
    string HelpMessage,
    IReadOnlyList<ParameterSetFacts> Sets)
{
    /// <summary>Whether it takes no value.</summary>
    public bool IsSwitch => Type == typeof(System.Management.Automation.SwitchParameter);
}

/// <summary>A parameter in one parameter set, or in all if the name is <c>(All)</c>.</summary>
/// <param name="Position">Its position from 0; null for one that is always named.</param>
public sealed record ParameterSetFacts(
    string Name, int? Position, bool IsRequired, bool FromPipeline, bool FromPipelineByName, bool FromRemaining);
