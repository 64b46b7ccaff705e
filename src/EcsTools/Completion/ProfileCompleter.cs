using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using EcsTools.Session;

namespace EcsTools.Completion;

/// <summary>Completes the profiles of the AWS configuration files.</summary>
internal sealed class ProfileCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(Clients.Factory.Profiles.Select(p => new Candidate(p)), wordToComplete);
}
