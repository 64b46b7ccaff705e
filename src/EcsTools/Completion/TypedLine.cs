using System.Collections;
using System.Management.Automation;

namespace EcsTools.Completion;

/// <summary>
/// A command line that is being typed, as the command would see it: with the session's defaults for the parameters that aren't typed.
/// </summary>
/// <param name="State">The state of the session.</param>
/// <param name="Bound">The parameters.</param>
internal sealed record TypedLine(SessionState State, IDictionary Bound)
{
    public static TypedLine Of(string commandName, IDictionary typed)
    {
        var state = CurrentState();
        return new(state, WithDefaults(state, commandName, typed));
    }

    /// <summary>The cmdlet behind a name, which can be an alias or have the module's name before it; null if there is none.</summary>
    public static CommandInfo? Command(
        SessionState state,
        string name) => state.InvokeCommand.GetCommand(name, CommandTypes.Cmdlet | CommandTypes.Function | CommandTypes.Alias) switch
    {
        AliasInfo alias => alias.ResolvedCommand,
        var found => found,
    };

    public static SessionState CurrentState()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return (SessionState)shell.AddScript("$ExecutionContext.SessionState").Invoke()[0].BaseObject;
    }

    private static IDictionary WithDefaults(SessionState state, string commandName, IDictionary typed)
    {
        if (state.PSVariable.GetValue("PSDefaultParameterValues") is not IDictionary { Count: > 0 } defaults
            || LanguagePrimitives.IsTrue(defaults["Disabled"]))
            return typed;
        if (Command(state, commandName) is not { } command) return typed;
        var bound = new Hashtable(typed, StringComparer.OrdinalIgnoreCase);
        foreach (var (parameter, value) in defaults.Keys
            .OfType<string>()
            .SelectMany(key => Meant(key, command).Select(parameter => (parameter, defaults[key]))))
        {
            if (!bound.Contains(parameter)) bound[parameter] = value is ScriptBlock script ? script.Invoke().FirstOrDefault() : value;
        }

        return bound;
    }

    /// <summary>The parameters of a command that a key such as <c>*-Ecs*:Cluster</c> means.</summary>
    private static IEnumerable<string> Meant(string key, CommandInfo command)
    {
        var colon = key.LastIndexOf(':');
        if (colon < 0 || !IsLike(command.Name, key[..colon])) return [];
        return command.Parameters.Values
            .Where(parameter => parameter.Aliases.Prepend(parameter.Name).Any(name => IsLike(name, key[(colon + 1)..])))
            .Select(parameter => parameter.Name);
    }

    private static bool IsLike(string name, string pattern) =>
        WildcardPattern.Get(pattern.Trim(' ', '\'', '"'), WildcardOptions.IgnoreCase).IsMatch(name);
}
