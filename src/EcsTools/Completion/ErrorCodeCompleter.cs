using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using EcsTools.Local.Behaviors;

namespace EcsTools.Completion;

/// <summary>Completes error codes for behaviors of a local ECS.</summary>
internal sealed class ErrorCodeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(ApiBehavior.ErrorCodes.Select(code => new Candidate(code)), wordToComplete);
}
