using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using EcsTools.Binding;

namespace EcsTools.Completion;

/// <summary>Completes the values that the API names for a parameter, except those that the operation rejects.</summary>
internal sealed class ValuesCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (TypedLine.Command(TypedLine.CurrentState(), commandName) is not CmdletInfo { ImplementingType: var cmdlet }) return [];
        var values = cmdlet.GetProperty(parameterName)?.GetCustomAttribute<ValuesAttribute>()?.Values ?? [];
        var rejected = cmdlet
            .GetCustomAttributes<RejectsAttribute>()
            .Where(one => one.Parameter == parameterName)
            .SelectMany(one => one.Values);
        return Completions.Of(values.Except(rejected).Select(v => new Candidate(v)), wordToComplete);
    }
}
