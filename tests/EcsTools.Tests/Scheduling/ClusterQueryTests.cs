using CsCheck;
using EcsTools.Scheduling.Query;

namespace EcsTools.Tests.Scheduling;

public class ClusterQueryTests
{
    private static readonly TestInstance Instance = new TestInstance("one", "us-east-1a")
    {
        Ec2InstanceId = "i-abcd1234",
        Attributes = { ["ecs.instance-type"] = "g2.small", ["stack"] = "prod", ["empty"] = "", ["cores"] = "12", ["rack"] = "row 7" },
    }.Run("service:production");

    [Theory]
    [InlineData("attribute:ecs.instance-type == g2.small", true)]
    [InlineData("attribute:ecs.instance-type==g2.small", true)]
    [InlineData("attribute:ecs.instance-type equals t2.small", false)]
    [InlineData("attribute:ecs.availability-zone in [us-east-1a, us-east-1b]", true)]
    [InlineData("attribute:ecs.availability-zone !in [us-east-1a,us-east-1b]", false)]
    [InlineData("attribute:ecs.availability-zone not_in ['us-east-1c']", true)]
    [InlineData("attribute:ecs.instance-type =~ g2.* and attribute:ecs.availability-zone != us-east-1d", true)]
    [InlineData("attribute:ecs.instance-type =~ g2", false)]
    [InlineData("attribute:ecs.instance-type =~ '(f|g)2.s{1}mall'", true)]
    [InlineData("attribute:ecs.instance-type =~ f2.*|g2.*", true)]
    [InlineData("attribute:ecs.instance-type !~ g2.*||attribute:stack == prod", true)]
    [InlineData("attribute:ecs.instance-type not_matches g2.*", false)]
    [InlineData("attribute:stack exists", true)]
    [InlineData("attribute:empty exists", true)]
    [InlineData("attribute:missing exists", false)]
    [InlineData("attribute:missing !exists", true)]
    [InlineData("attribute:missing not_exists", true)]
    [InlineData("attribute:missing != prod", true)]
    [InlineData("attribute:missing > 1", false)]
    [InlineData("attribute:cores > 9", true)]
    [InlineData("attribute:rack == \"row 7\"", true)]
    [InlineData("task:group == service:production", true)]
    [InlineData("not(task:group == database)", true)]
    [InlineData("!(task:group =~ service:.*)", false)]
    [InlineData("runningTasksCount == 1", true)]
    [InlineData("runningTasksCount greater_than_equal 2", false)]
    [InlineData("agentVersion < 1.14.5", false)]
    [InlineData("agentVersion > 1.9", true)]
    [InlineData("agentVersion less_than_equal 1.14.5", true)]
    [InlineData("agentVersion == 1.14.5.0", true)]
    [InlineData("agentVersion < 1.14.5.1", true)]
    [InlineData("agentVersion > 1.13.9", true)]
    [InlineData("runningTasksCount >= 1", true)]
    [InlineData("runningTasksCount > 1", false)]
    [InlineData("attribute:empty == ''", true)]
    [InlineData("attribute:ecs.instance-type =~ f2.*||attribute:stack == dev", false)]
    [InlineData("attribute:stack =~ prod|", true)]
    [InlineData("agentConnected == true", true)]
    [InlineData("registeredAt < 2018-02-13", false)]
    [InlineData("registeredAt > 2018-06-18", true)]
    [InlineData("registeredAt == 2018-06-18T22:28:28Z", true)]
    [InlineData("registeredAt == 2018-06-18T22:28:28", true)]
    [InlineData("registeredAt == 2018-06-19T00:28:28+02:00", true)]
    [InlineData("ec2InstanceId in ['i-abcd1234', 'i-wxyx7890']", true)]
    [InlineData("attribute:stack == dev or attribute:stack == prod and runningTasksCount == 9", false)]
    [InlineData("(attribute:stack == dev || attribute:stack == prod) && runningTasksCount == 1", true)]
    [InlineData("attribute:stack == prod or attribute:stack == dev and runningTasksCount == 9", true)]
    public void A_query_selects_as_documented(string text, bool selected) =>
        Assert.Equal(selected, ClusterQuery.Parse(text).Matches(Instance));

    [Theory]
    [InlineData("", 0, "agentConnected")]
    [InlineData("instanceType == t2.small", 0, "attribute:NAME")]
    [InlineData("attribute: == t2.small", 0, "attribute:NAME")]
    [InlineData("attribute:stack", 15, "an operator of attribute:stack")]
    [InlineData("attribute:stack = prod", 16, "an operator of attribute:stack")]
    [InlineData("agentVersion in [1.2]", 13, "(== != >= > <= <)")]
    [InlineData("task:group > a", 11, "an operator of task:group")]
    [InlineData("attribute:stack inside [a]", 16, "an operator")]
    [InlineData("attribute:stack !inside [a]", 16, "an operator")]
    [InlineData("attribute:stack xin [a]", 16, "an operator")]
    [InlineData("agentVersion < 1.2.3.4.5", 15, "a version")]
    [InlineData("attribute:stack == ", 19, "a value")]
    [InlineData("attribute:stack in a", 19, "a list")]
    [InlineData("attribute:stack in [a b]", 22, "a comma or the closing ]")]
    [InlineData("attribute:stack in []", 20, "a value")]
    [InlineData("attribute:stack == 'prod", 24, "the closing '")]
    [InlineData("attribute:stack =~ [a", 19, "a regular expression")]
    [InlineData("attribute:ecs.instance-type =~ [fg]2.(small)", 37, "and, or, or the end")]
    [InlineData("runningTasksCount == many", 21, "a whole number")]
    [InlineData("registeredAt < yesterday", 15, "a date")]
    [InlineData("agentVersion < new", 15, "a version")]
    [InlineData("(attribute:stack == prod", 24, "the closing )")]
    [InlineData("attribute:stack == prod)", 23, "the end")]
    [InlineData("attribute:stack == prod attribute:b == c", 24, "and, or")]
    [InlineData("attribute:stack == prod and", 27, "agentConnected")]
    public void An_error_tells_where_it_is_and_what_could_stand_there(string text, int position, string expected)
    {
        var error = Assert.Throws<ClusterQueryException>(() => ClusterQuery.Parse(text));
        Assert.Equal(position, error.Position);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_an_error_and_not_the_end_of_the_process() =>
        Assert.Throws<ClusterQueryException>(() => ClusterQuery.Parse(new string('(', 100_000)));

    [Fact]
    public void Two_hundred_levels_are_read()
    {
        Assert.True(ClusterQuery.Parse($"{new string('(', 199)}runningTasksCount == 1{new string(')', 199)}").Matches(Instance));
        Assert.Equal(200, Assert.Throws<ClusterQueryException>(() => ClusterQuery.Parse($"{new string('(', 200)}runningTasksCount == 1")).Position);
    }

    [Fact]
    public void Any_text_is_a_query_or_an_error_within_the_text() =>
        Gen.Char["abegin:t!=~<>&|()[], '\"1.-"].Array[0, 40].Try(characters =>
        {
            var text = "attribute:a " + new string(characters);
            try
            {
                ClusterQuery.Parse(text).Matches(Instance);
            }
            catch (ClusterQueryException error)
            {
                Assert.InRange(error.Position, 0, text.Length);
            }
        });

    [Fact]
    public void Boolean_operators_are_those_of_logic() =>
        Gen.Bool.Array[3].Try(bits =>
        {
            var (a, b, c) = (Query(bits[0]), Query(bits[1]), Query(bits[2]));
            Assert.Equal(bits[0] || (bits[1] && bits[2]), Matches($"{a} or {b} and {c}"));
            Assert.Equal((bits[0] || bits[1]) && bits[2], Matches($"({a} || {b}) && {c}"));
            Assert.Equal(!bits[0] && !(bits[1] || bits[2]), Matches($"not {a} and !({b} or {c})"));

            static string Query(bool holds) => holds ? "runningTasksCount == 1" : "runningTasksCount == 2";
            static bool Matches(string text) => ClusterQuery.Parse(text).Matches(Instance);
        });
}
