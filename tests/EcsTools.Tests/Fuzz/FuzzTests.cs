using System.Globalization;

namespace EcsTools.Tests.Fuzz;

/// <summary>
/// Random histories, requests, saved states and control calls against the local ECS; laws that hold after each. In CI 20,000 steps from
/// fixed seeds. Manually for ECSTOOLS_FUZZ_MINUTES, with new seeds: <c>build.ps1 -Task Fuzz -Minutes 60</c>.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Length = 200, Episodes = 100;

    [Fact]
    public async Task Nothing_that_is_asked_breaks_the_local_ECS()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var episodes = 0;
        foreach (var seed in Seeds(Episodes))
        {
            await Try(seed, found);
            episodes++;
        }

        output.WriteLine($"{episodes * Length} steps");
        Assert.True(found.Count == 0, string.Join("\n\n", found.Values));
    }

    /// <summary>So many fixed seeds; or new ones, for as many minutes as were asked for.</summary>
    public static IEnumerable<int> Seeds(int fixedOnes)
    {
        if (Environment.GetEnvironmentVariable("ECSTOOLS_FUZZ_MINUTES") is not { } minutes) return Enumerable.Range(1, fixedOnes);
        var end = DateTime.UtcNow.AddMinutes(double.Parse(minutes, CultureInfo.InvariantCulture));
        return Enumerable.Range(Environment.TickCount & 0xffffff, int.MaxValue >> 1).TakeWhile(_ => DateTime.UtcNow < end);
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
            // It was already reported.
        }
        catch (FuzzFailure failure)
        {
            found[failure.Law] = await Minimized.Of(steps, failure);
        }
    }
}
