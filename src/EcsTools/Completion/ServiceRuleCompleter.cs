using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using EcsTools.Rules.RunningServices;

namespace EcsTools.Completion;

/// <summary>Completes the rules for running services.</summary>
internal sealed class ServiceRuleCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(ServiceRules.All.Select(rule => new Candidate(rule.Name, rule.Condition)), wordToComplete);
}
