using System.Globalization;

namespace EcsTools.Tests.Show;

/// <summary>
/// A page that stays open takes no more memory and sends no more calls. In CI some seconds with a small cluster; by hand on 2,000 tasks for as long as
/// ECSTOOLS_PAGE_MINUTES says: <c>build.ps1 -Task Page -Minutes 60</c>.
/// </summary>
[Collection(Client.AloneCollection.Name)]
public class OpenPageTests(ITestOutputHelper output)
{
    private const long Slack = 8 << 20;

    [Fact]
    public async Task The_end_is_as_the_beginning()
    {
        var minutes = Environment.GetEnvironmentVariable("ECSTOOLS_PAGE_MINUTES");
        using var page = new OpenPage(tasks: minutes is null ? 200 : 2000);
        var quarters = await page.Run(TimeSpan.FromMinutes(double.Parse(minutes ?? "0.03", CultureInfo.InvariantCulture)), quarter => output.WriteLine(quarter.ToString()), TestContext.Current.CancellationToken);

        var (first, last) = (quarters[0], quarters[^1]);
        Assert.InRange(last.Browser.Heap, 0, first.Browser.Heap + Slack);
        Assert.InRange(last.Browser.Nodes, 0, first.Browser.Nodes * 1.2 + 1000);
        Assert.InRange(last.Browser.Listeners, 0, first.Browser.Listeners * 1.2 + 100);
        Assert.InRange(last.Managed, 0, first.Managed + Slack);
        Assert.Empty(page.Problems());
    }
}
