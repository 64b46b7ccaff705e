using EcsTools.Model;

namespace EcsTools.Tests.Formatting;

/// <summary>How single values are written, asked as the views ask: from script, by a clock that stands at midnight before 2026 (UTC).</summary>
public sealed class FormatTests : IDisposable
{
    private const string Task = "arn:aws:ecs:eu-west-1:123456789012:task/prod/3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b";

    private readonly Viewer viewer = Viewer.AsShipped(80, colours: true);

    public void Dispose() => viewer.Dispose();

    [Theory]
    [InlineData(-5, "0s")]
    [InlineData(0, "0s")]
    [InlineData(59, "59s")]
    [InlineData(60, "1m")]
    [InlineData(3599, "59m")]
    [InlineData(3600, "1h")]
    [InlineData(86399, "23h")]
    [InlineData(86400, "1d")]
    [InlineData(86400 * 400, "400d")]
    public void An_age_is_told_in_the_largest_unit_that_fits(int seconds, string expected) =>
        Assert.Equal(expected, Format("Age($args[0])", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(-seconds).ToLocalTime()));

    [Fact]
    public void What_never_happened_has_no_age_and_no_time()
    {
        Assert.Equal("", Format("Age($null)"));
        Assert.Equal("", Format("Time($null)"));
        Assert.Equal("", Format("When($null)"));
    }

    [Fact]
    public void An_id_is_the_end_of_its_arn_and_can_be_pasted_back_whole()
    {
        Assert.Equal("3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b", Format("Id($args[0])", Task));
        Assert.Equal("3f2a91c0", Format("ShortId($args[0])", Task));
        Assert.Equal("web:3", Format("Id($args[0])", "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3"));
        Assert.Equal("web", Format("ShortId('web')"));
        Assert.Equal("", Format("Id($null)"));
    }

    [Fact]
    public void A_very_long_name_keeps_both_its_ends()
    {
        var name = "ShopStack-WebService" + new string('x', 30) + "-A1b2C3d4E5f6G7h8I9";
        Assert.Equal("ShopStack-WebService…-A1b2C3d4E5f6G7h8I9", Format("Name($args[0])", name));
        Assert.Equal(new string('x', 40), Format("Name($args[0])", new string('x', 40)));
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
    public void Counts_stand_out_only_while_they_differ_from_what_is_desired()
    {
        Assert.Equal("2/2/0", Format("Counts(2, 2, 0)"));
        Assert.Equal("\u001b[33m2/1/1\u001b[0m", Format("Counts(2, 1, 1)"));
        Assert.Equal("0/0/0", Format("Counts($null, $null, $null)"));
        Assert.Equal("7/0", Format("Counts(7, 0)"));
    }

    [Fact]
    public void Short_names_are_there_where_they_cannot_name_another_thing_in_the_next_command()
    {
        Assert.Equal("web", viewer.Evaluate("$args[0].Name", new Service { ServiceName = "web" }));
        Assert.Equal("3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b", viewer.Evaluate("$args[0].Id", new EcsTask { TaskArn = Task }));
        Assert.Null(viewer.Evaluate("$args[0].Name", new Cluster { ClusterName = "prod" }));
        Assert.Null(viewer.Evaluate("$args[0].Id", new ContainerInstance { ContainerInstanceArn = Task }));
    }

    private string Format(string call, params object?[] arguments) => (string)viewer.Evaluate($"[EcsTools.Formatting.Cell]::Show([EcsTools.Formatting.Format]::{call})", arguments)!;
}
