using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using EcsTools.Session;

namespace EcsTools.Completion;

/// <summary>Completes regions.</summary>
internal sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(
            Clients.Factory.Regions.Select(r => new Candidate(r.Key, r.Value)).OrderBy(c => c.Text, StringComparer.Ordinal),
            wordToComplete);
}
