using EcsTools.Model;

namespace EcsTools.Tests.Formatting;

/// <summary>How single values are written, asked as the views ask: from script, by a clock that stands at midnight before 2026 (UTC).</summary>
public sealed class FormatTests : IDisposable
{
    private const string Task = "arn:aws:ecs:eu-west-1:123456789012:task/prod/3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b";

    private readonly Viewer viewer = Viewer.AsShipped(80, colours: true);

    public void Dispose() => viewer.Dispose();

    [Theory]
    [InlineData(-5, "0s ago")]
    [InlineData(0, "0s ago")]
    [InlineData(59, "59s ago")]
    [InlineData(60, "1m ago")]
    [InlineData(3599, "59m ago")]
    [InlineData(3600, "1h ago")]
    [InlineData(86399, "23h ago")]
    [InlineData(86400, "1d ago")]
    [InlineData(86400 * 400, "400d ago")]
    public void An_age_is_told_in_the_largest_unit_that_fits(int seconds, string expected) =>
        Assert.Equal(expected, Format("Ago($args[0])", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(-seconds).ToLocalTime()));

    [Fact]
    public void What_never_happened_has_no_age_and_no_time()
    {
        Assert.Equal("", Format("Ago($null)"));
        Assert.Equal("", Format("Time($null)"));
        Assert.Equal("", Format("When($null)"));
    }

    [Fact]
    public void An_id_is_the_end_of_its_arn_and_can_be_pasted_back_whole()
    {
        Assert.Equal("3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b", Format("Id($args[0])", Task));
        Assert.Equal("3f2a91c0", Format("ShortId($args[0])", Task));
        Assert.Equal("web:3", Format("Id($args[0])", "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3"));
        Assert.Equal("", Format("Id($null)"));
    }

    [Theory]
    [InlineData("ACTIVE", 32)]
    [InlineData("RUNNING", 32)]
    [InlineData("PROVISIONING", 33)]
    [InlineData("IN_PROGRESS", 33)]
    [InlineData("FAILED", 31)]
    [InlineData("STOPPED", 90)]
    public void A_status_has_the_colour_of_what_it_means(string status, int colour) =>
        Assert.Equal($"\u001b[{colour}m{status}\u001b[0m", Format("Status($args[0])", status));

    [Fact]
    public void A_status_nobody_knows_stays_as_it_is() => Assert.Equal("SHINY_NEW", Format("Status('SHINY_NEW')"));

    [Fact]
    public void A_count_stands_out_only_while_it_differs_from_what_is_desired()
    {
        Assert.Equal("2", Format("Count(2, 2)"));
        Assert.Equal("\u001b[33m1\u001b[0m", Format("Count(1, 2)"));
        Assert.Equal("0", Format("Count($null, $null)"));
        Assert.Equal("\u001b[31m2\u001b[0m", Format("Wrong(2)"));
        Assert.Equal("0", Format("Wrong(0)"));
    }

    [Fact]
    public void Ids_are_short_and_names_are_whole()
    {
        Assert.Equal("FARGATE_SPOT", Format("ShortId('FARGATE_SPOT')"));
        Assert.Equal("3f2a91c0", Format("ShortId('3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b')"));
    }

    private string Format(string call, params object?[] arguments) => (string)viewer.Evaluate($"[EcsTools.Formatting.Cell]::Show([EcsTools.Formatting.Format]::{call})", arguments)!;
}
