using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using EcsTools.Local;

namespace EcsTools.Completion;

/// <summary>Completes the profiles of durations that the local ECS has, and file names.</summary>
internal sealed class TimingCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        List<CompletionResult> profiles = [.. Completions.Of(
            [new(nameof(Timing.Fast), "Everything within seconds"), new(nameof(Timing.Realistic), "As long as on AWS")], wordToComplete)];
        return profiles.Count > 0 ? profiles : CompletionCompleters.CompleteFilename(wordToComplete);
    }
}
