using EcsTools.Docs;
using EcsTools.Tests.Docs;
using EcsTools.Tests.Formatting;

namespace EcsTools.Tests.Cmdlets.Meaning;

/// <summary>
/// Every kind of object into every cmdlet, against a real local ECS. Golden/Meaning.txt has the requests and the output of each pair, or its one
/// error; a new cmdlet or kind fails until its lines are there (ECSTOOLS_UPDATE_GOLDEN=1 writes them, to be read before they are committed).
/// The session is in cluster one, all objects are of cluster two.
/// </summary>
/// <param name="run">The results.</param>
public sealed class MeaningTests(MeaningRun run) : IClassFixture<MeaningRun>
{
    /// <summary>Kinds that belong to no cluster: the session's is meant.</summary>
    private static readonly string[] WithoutCluster = ["ServiceEvent", "TaskDefinition", "TaskDefinitionFamily", "CapacityProvider", "Setting", "DaemonTaskDefinition", "Gateway", "ContainerDefinition", "Process", "File", "Date", "Hashtable"];

    /// <summary>How the texts of PowerShell's binder begin, and what names a .NET type.</summary>
    private static readonly string[] Stock = ["Cannot bind", "cannot be bound", "Cannot process", "Cannot validate", "Cannot convert", "System."];

    /// <summary>Forms in which nested members are strings, so that they can't describe a new resource.</summary>
    private static readonly string[] Lossy = ["csv", "clixml"];

    [Fact]
    public async Task Each_pair_asks_for_what_the_golden_file_says()
    {
        var kinds = (await Native()).GroupBy(one => one.Kind).Select(kind => $"{kind.Key}\n{string.Join('\n', Lines([.. kind]))}\n");
        Golden.Holds("Meaning", string.Join('\n', kinds));
    }

    [Fact]
    public async Task Each_pair_means_what_a_person_means()
    {
        var native = (await Native()).ToDictionary(one => one.Pair);
        None(Pairs().Where(pair => !Is(native[pair.Pair], pair.Meant)).Select(pair => $"{native[pair.Pair]}  ---  meant is {string.Join(' ', pair.Meant)}"));
    }

    [Fact]
    public async Task An_object_means_the_same_in_every_form()
    {
        var native = (await Native()).ToDictionary(one => one.Pair);
        None((await run.All).Where(one => one.Form != "native" && !IsSame(one, native[one.Pair])).Select(one => $"{one}  ---  native is {native[one.Pair].Result}"));
    }

    [Fact]
    public async Task An_object_acts_in_its_own_cluster()
    {
        var own = (await run.All).Where(one => !WithoutCluster.Contains(one.Kind) && one.Kind != "Gateway");
        None(own.Where(one => $"{one}".Contains("/one", StringComparison.Ordinal) || one.Requests.Any(request => request.Contains("\"one\"", StringComparison.Ordinal))).Select(one => $"{one}"));
    }

    [Fact]
    public async Task What_means_nothing_is_one_error_with_advice_in_words_of_the_module()
    {
        var all = await run.All;
        None(all.Where(one => one.IsRefused && (one.Text.Contains(" ## ", StringComparison.Ordinal) || one.Text.EndsWith(">> ", StringComparison.Ordinal))).Select(one => $"{one}"));
        None(all.Where(one => Array.Exists(Stock, text => one.Text.Contains(text, StringComparison.Ordinal))).Select(one => $"{one}"));
        None(all.Where(one => one.Result.Length == 0).Select(one => $"{one}"));
    }

    /// <summary>Before an error, a cmdlet may look for the names that exist.</summary>
    [Fact]
    public async Task A_cmdlet_sends_what_its_page_lists() =>
        ListedActions.Check((await run.All).Where(one => one.Errors.Length == 0)
            .SelectMany(one => one.Requests.Select(request => new RecordedCall(one.Cmdlet, CallPurpose.Command, RecordedCall.ActionOf(request.Split(' ')[0])))).Distinct());

    [Fact]
    public async Task Every_type_that_a_cmdlet_returns_is_among_the_kinds()
    {
        await run.All;
        None(run.Untried);
    }

    private static void None(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join("\n", wrong.Take(40)));

    private static IEnumerable<string> Lines(List<Meant> kind)
    {
        foreach (var one in kind.Where(one => !one.IsRefused)) yield return $"  {one.Cmdlet}: {one.Result}";
        foreach (var error in kind.Where(one => one.IsRefused).GroupBy(one => one.Errors)) yield return $"  ! {error.Key}: {string.Join(", ", error.Select(one => one.Cmdlet))}";
    }

    private static IEnumerable<(string Pair, string[] Meant)> Pairs()
    {
        foreach (var line in MeaningRun.Beside("Pairs.txt").Split('\n').Where(line => line.Contains('|', StringComparison.Ordinal)))
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is not [var kind, var cmdlets, var meant]) throw new InvalidOperationException(line);
            foreach (var cmdlet in cmdlets.Split(',', StringSplitOptions.TrimEntries)) yield return ($"{kind} | {cmdlet}", meant.Split(' '));
        }
    }

    /// <summary>Whether the output is the intended resource, if it's of its type. Cmdlets that change something, or return another type, must send a request for it.</summary>
    private static bool Is(Meant one, string[] meant)
    {
        if (meant is ["error"]) return one.IsRefused;
        if (one.IsRefused) return false;
        var type = meant[0].Split('/')[0];
        var output = one.Output.Where(name => name.StartsWith($"{type}/", StringComparison.Ordinal)).ToList();
        if (output.Count > 0 && output.TrueForAll(name => !name.Contains(' ', StringComparison.Ordinal)) && meant.All(name => name.StartsWith($"{type}/", StringComparison.Ordinal))) return output.SequenceEqual(meant.Order(StringComparer.Ordinal));
        var asked = string.Join(' ', one.Requests) + string.Join(' ', one.Output) + one.Text;
        return meant.All(name => asked.Contains(name, StringComparison.Ordinal) || asked.Contains($"\"{name.Split('/')[^1]}\"", StringComparison.Ordinal));
    }

    /// <summary>An object that is at hand as a whole needs no request; a copy of it may. A process that runs has an exit code that can't be read.</summary>
    private static bool IsSame(Meant one, Meant native) => one.Result == native.Result || (one.Kind == "Process" && one.IsRefused && native.IsRefused) || (Lossy.Contains(one.Form) && one.IsRefused)
        || (native.Requests.Count == 0 && one.Output.SequenceEqual(native.Output) && one.Errors == native.Errors);

    private async Task<IEnumerable<Meant>> Native() => (await run.All).Where(one => one.Form == "native");
}
