using EcsTools.Docs;

[assembly: AssemblyFixture(typeof(EcsTools.Tests.Docs.ListedActions))]

namespace EcsTools.Tests.Docs;

/// <summary>
/// Every call that a cmdlet sends in any test of this process is an IAM action on its page, because policies are written from the pages.
/// xUnit disposes of the fixture after the last test; its exception fails the run.
/// </summary>
public sealed class ListedActions : IDisposable
{
    private static readonly Dictionary<string, IamActions> Pages = Exports.Cmdlets.Where(cmdlet => File.Exists(Help.FileOf(cmdlet)))
        .ToDictionary(cmdlet => cmdlet, cmdlet => IamActions.In(File.ReadAllText(Help.FileOf(cmdlet))));

    private readonly CallRecorder recorder = new(run => run.Length == 0);

    /// <summary>Whether a call is listed; calls of cmdlets outside of the module are ignored.</summary>
    public static bool Has(RecordedCall call) => call.Purpose == CallPurpose.Rare || !Pages.TryGetValue(call.Cmdlet, out var page) || page.Always.Contains(call.Action)
        || (call.Purpose == CallPurpose.Wait && page.WithWait.Contains(call.Action)) || (call.Purpose == CallPurpose.WhatIf && page.WithWhatIf.Contains(call.Action));

    public void Dispose()
    {
        recorder.Dispose();
        Check(recorder.Calls);
    }

    /// <summary>Fails with the calls that aren't listed.</summary>
    internal static void Check(IEnumerable<RecordedCall> calls)
    {
        var missing = calls.Where(call => !Has(call)).Select(call => $"{call.Cmdlet} sends {call.Action} ({call.Purpose})").Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"Pages don't list these IAM actions. Show the call in an example, or name it in [Calls]; then run the Docs tool.\n{string.Join('\n', missing)}");
    }
}
