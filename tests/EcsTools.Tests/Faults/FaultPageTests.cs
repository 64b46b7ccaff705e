using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Faults;

/// <summary>docs/reliability.md says what the user sees for each fault. ECSTOOLS_UPDATE_GOLDEN=1 writes it.</summary>
public sealed class FaultPageTests
{
    private const string Begin = "<!-- faults: generated -->", End = "<!-- faults: end -->";

    private static readonly (string Command, string Operation, string Title)[] Commands =
    [
        ("Get-EcsService web", "DescribeServices", "Get-EcsService"),
        ("Update-EcsService web -DesiredCount 2", "UpdateService", "Update-EcsService -DesiredCount"),
        ("Restart-EcsService web", "UpdateService", "Restart-EcsService"),
    ];

    private static string Page => EcsPrompt.Metadata("Repository") + "docs/reliability.md";

    [Fact]
    public void The_page_says_what_the_user_sees()
    {
        var page = File.ReadAllText(Page);
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var seen = $"{page[..from]}\n\n{Table()}\n{page[to..]}";
        if (Environment.GetEnvironmentVariable("ECSTOOLS_UPDATE_GOLDEN") == "1") File.WriteAllText(Page, seen);
        Assert.Equal(seen, File.ReadAllText(Page));
    }

    private static string Table() => string.Join('\n',
    [
        $"| fault | {string.Join(" | ", Commands.SelectMany(one => new[] { $"`{one.Title}`, once", "every time" }))} |",
        $"|---|{string.Concat(Enumerable.Repeat("---|", Commands.Length * 2))}",
        .. Enum.GetValues<Fault>().Where(fault => fault != Fault.None).Select(fault =>
            $"| {fault} | {string.Join(" | ", Commands.SelectMany(one => new[] { Seen(one.Command, one.Operation, fault, 1), Seen(one.Command, one.Operation, fault, int.MaxValue) }))} |"),
    ]);

    /// <summary>The error that the user sees, or that the command succeeds.</summary>
    private static string Seen(string command, string operation, Fault fault, int times)
    {
        FastRetries.Use();
        using var prompt = Shop.Open();
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 1 -Wait").Clean();
        using var proxy = new FaultProxy(prompt.Local().Url, (asked, attempt) => asked == operation && attempt <= times ? fault : Fault.None);
        prompt.Run($"Set-EcsContext -EndpointUrl {proxy.Url}").Clean();
        var said = prompt.Run(command);
        var error = said.Errors.FirstOrDefault() ?? (said.Ended as System.Management.Automation.RuntimeException)?.ErrorRecord;
        if (error is null) return "succeeds";
        return error.FullyQualifiedErrorId.Split(',')[0] + (error.ToString().Contains("might have carried it out", StringComparison.Ordinal) ? ", might be done" : "");
    }
}
