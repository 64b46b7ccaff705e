using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using EcsTools.Binding;

namespace EcsTools.Completion;

/// <summary>Completes the values that the API names for a parameter.</summary>
public sealed class ValuesCompleter : IArgumentCompleter
{
    private static readonly Lazy<Dictionary<string, Type>> Commands = new(FindCommands);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var name = commandName[(commandName.LastIndexOf('\\') + 1)..];
        var values = Commands.Value.GetValueOrDefault(name)?.GetProperty(parameterName)?.GetCustomAttribute<ValuesAttribute>()?.Values ?? [];
        return Completions.Of(values.Select(v => new Candidate(v)), wordToComplete);
    }

    private static Dictionary<string, Type> FindCommands() => typeof(ValuesCompleter).Assembly.GetTypes()
        .Select(type => (type, cmdlet: type.GetCustomAttribute<CmdletAttribute>()))
        .Where(c => c.cmdlet is not null)
        .ToDictionary(c => $"{c.cmdlet!.VerbName}-{c.cmdlet.NounName}", c => c.type, StringComparer.OrdinalIgnoreCase);
}
