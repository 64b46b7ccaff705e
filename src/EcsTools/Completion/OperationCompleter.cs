using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using EcsTools.Local.Behaviors;

namespace EcsTools.Completion;

/// <summary>Completes operations of the API.</summary>
internal sealed class OperationCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(ApiBehavior.Operations.Select(operation => new Candidate(operation.Name)), wordToComplete);
}
