using System.Globalization;

namespace EcsTools.Tests.Fuzz;

/// <summary>
/// Random histories, requests, saved states and control calls against the local ECS; laws that hold after each. In CI 20,000 steps from
/// fixed seeds. By hand as long as ECSTOOLS_FUZZ_MINUTES says, from new seeds: <c>build.ps1 -Task Fuzz -Minutes 60</c>.
/// </summary>
public class FuzzTests
{
    private const int Length = 200, Episodes = 100;

    [Fact]
    public async Task Nothing_that_is_asked_breaks_the_local_ECS()
    {
        var minutes = Environment.GetEnvironmentVariable("ECSTOOLS_FUZZ_MINUTES");
        var first = minutes is null ? 1 : Environment.TickCount & 0xffffff;
        var end = DateTime.UtcNow.AddMinutes(double.Parse(minutes ?? "0", CultureInfo.InvariantCulture));
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var seed = first; minutes is null ? seed < first + Episodes : DateTime.UtcNow < end; seed++) await Try(seed, found);
        Assert.True(found.Count == 0, string.Join("\n\n", found.Values));
    }

    private static async Task Try(int seed, SortedDictionary<string, string> found)
    {
        var steps = FuzzEpisode.Of(seed, Length);
        try
        {
            await FuzzWorld.Run(steps);
        }
        catch (FuzzFailure failure) when (found.ContainsKey(failure.Law))
        {
            // It was told of already.
        }
        catch (FuzzFailure failure)
        {
            found[failure.Law] = await Minimized.Of(steps, failure);
        }
    }
}
