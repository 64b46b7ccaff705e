using System.Globalization;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Fuzz;

/// <summary>
/// Hours of mixed work by 32 clients, with behaviors, in real time and 600 times as fast. In CI some seconds; by hand as long as
/// ECSTOOLS_SOAK_MINUTES says: <c>build.ps1 -Task Soak -Minutes 60</c>.
/// </summary>
[Collection(AloneCollection.Name)]
public class SoakTests(ITestOutputHelper output)
{
    private const long Slack = 8 << 20;

    [Theory, InlineData(1), InlineData(600)]
    public async Task The_end_is_as_the_beginning(double scale)
    {
        var minutes = double.Parse(Environment.GetEnvironmentVariable("ECSTOOLS_SOAK_MINUTES") ?? "0.03", CultureInfo.InvariantCulture);
        using var soak = new Soak(scale);
        var quarters = await soak.Run(TimeSpan.FromMinutes(minutes), TestContext.Current.CancellationToken);
        foreach (var quarter in quarters) output.WriteLine($"x{scale}: {quarter}");

        var (first, last) = (quarters[0], quarters[^1]);
        Assert.InRange(last.Memory, 0, first.Memory + Slack);
        Assert.InRange(last.Handles, 0, first.Handles + 10);
        Assert.InRange(last.Threads, 0, first.Threads + 10);
        Assert.InRange(last.P50, 0, 20 + first.P50 * 4); // another program may take the machine for a while
    }
}
