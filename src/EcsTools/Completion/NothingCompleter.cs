using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace EcsTools.Completion;

/// <summary>Completes nothing: for a parameter with arbitrary values, for which PowerShell would otherwise offer file names.</summary>
internal sealed class NothingCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        [];
}
