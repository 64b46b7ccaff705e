using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using EcsTools.Local.Behaviors;

namespace EcsTools.Completion;

/// <summary>Completes error codes that a local ECS can be told to answer with.</summary>
public sealed class ErrorCodeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(ApiBehavior.ErrorCodes.Select(code => new Candidate(code)), wordToComplete);
}
