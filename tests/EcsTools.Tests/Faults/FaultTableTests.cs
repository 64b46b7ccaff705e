using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Faults;

/// <summary>Every fault against a read and each kind of change. docs/reliability.md shows what the user sees; ECSTOOLS_UPDATE_GOLDEN=1 writes it there.</summary>
public sealed class FaultTableTests
{
    private const string Begin = "<!-- faults: generated -->", End = "<!-- faults: end -->";

    private static readonly (string Operation, string Command, bool IsHarmful)[] Commands =
    [
        ("DescribeTasks", "Get-EcsTask", false),
        ("UpdateService", "Update-EcsService web -DesiredCount 2", false),
        ("RunTask", "Start-EcsTask web", false),
        ("RegisterTaskDefinition", "Register-EcsTaskDefinition job -ContainerDefinition @{ name = 'job'; image = 'job:1'; memory = 64 }", true),
    ];

    private static readonly (Fault Fault, string Text)[] Faults =
    [
        (Fault.CutBefore, "The connection breaks before the request is read"),
        (Fault.CutWhileSending, "The connection breaks while the request is sent"),
        (Fault.CutAfterwards, "The connection breaks before the answer"),
        (Fault.CutInAnswer, "The connection breaks in the answer"),
        (Fault.CutInAnswerOfUnknownLength, "The same, in an answer of unknown length"),
        (Fault.ServerError, "500 `ServerException`, after ECS carried it out"),
        (Fault.BadGateway, "502 with a page of a proxy"),
        (Fault.Unavailable, "503, not carried out"),
        (Fault.EmptyAnswer, "200 without a body"),
        (Fault.Garbage, "200 with a body that is no JSON"),
        (Fault.WrongTypes, "200 with members of other types"),
        (Fault.Throttled, "`ThrottlingException`"),
        (Fault.ExpiredToken, "`ExpiredTokenException`"),
        (Fault.ClockSkew, "`RequestTimeTooSkewed`"),
        (Fault.Compressed, "A compressed answer"),
        (Fault.UnknownMembers, "Members that the API doesn't know"),
    ];

    private static string Page => EcsPrompt.Metadata("Repository") + "docs/reliability.md";

    [Fact]
    public void Every_fault_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<Fault>().Where(fault => fault != Fault.None), Faults.Select(row => row.Fault).Order());

    [Fact]
    public void The_page_says_what_the_user_sees()
    {
        var page = File.ReadAllText(Page);
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var seen = $"{page[..from]}\n\n{Table()}\n\n{page[to..]}";
        if (Environment.GetEnvironmentVariable("ECSTOOLS_UPDATE_GOLDEN") == "1") File.WriteAllText(Page, seen);
        Assert.Equal(seen, File.ReadAllText(Page));
    }

    private static string Table()
    {
        using var prompt = Shop.Open();
        FastRetries.Use();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait").Clean();
        return string.Join('\n',
        [
            $"| fault | {string.Join(" | ", Commands.Select(one => $"`{one.Command.Split(' ')[0]}`, once | always"))} |",
            $"|---|{string.Concat(Enumerable.Repeat("---|", Commands.Length * 2))}",
            .. Faults.Select(row => $"| {row.Text} | {string.Join(" | ", Commands.Select(one => $"{Seen(prompt, one, row.Fault, 1)} | {Seen(prompt, one, row.Fault, int.MaxValue)}"))} |"),
        ]);
    }

    /// <summary>The error that the user sees, or the success of the command. In any case nothing is done twice, and a failure is reported once, with its subject.</summary>
    private static string Seen(EcsPrompt prompt, (string Operation, string Command, bool IsHarmful) one, Fault fault, int times)
    {
        using var proxy = new FaultProxy(prompt.Local().Url, (operation, attempt) => operation == one.Operation && attempt <= times ? fault : Fault.None);
        var said = prompt.Run($"{one.Command} -EndpointUrl {proxy.Url}");
        Assert.True(!one.IsHarmful || proxy.Done(one.Operation) <= 1, $"{fault}: {one.Command} was done {proxy.Done(one.Operation)} times.");
        var errors = said.Errors.Concat(said.Ended is System.Management.Automation.RuntimeException ended ? [ended.ErrorRecord] : []).ToList();
        if (errors.Count == 0)
        {
            Assert.NotEmpty(said.Output);
            return "succeeds";
        }

        var error = Assert.Single(errors);
        Assert.False(error.FullyQualifiedErrorId.StartsWith("UnexpectedError", StringComparison.Ordinal), $"{fault}: {error}");
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        return $"{error.FullyQualifiedErrorId.Split(',')[0]}{(error.ToString().Contains("might have carried it out", StringComparison.Ordinal) ? ", might be done" : "")}";
    }
}
