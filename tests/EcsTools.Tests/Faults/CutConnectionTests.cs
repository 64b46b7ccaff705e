using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Faults;

/// <summary>No change is made twice, wherever the connection breaks, and the user sees what was done.</summary>
public sealed class CutConnectionTests
{
    private static readonly Fault[] Cuts = [Fault.CutBefore, Fault.CutWhileSending, Fault.CutAfterwards, Fault.CutInAnswer, Fault.CutInAnswerOfUnknownLength];

    public static TheoryData<int, string> Commands => [.. Changes.All.Select((change, i) => (i, change.Command))];

    [Fact]
    public void Every_operation_that_changes_something_is_tried() =>
        Assert.Equal(
            Operations.All.Where(operation => !operation.IsReadOnly && operation.Name != "ContinueServiceDeployment").Select(operation => operation.Name).Order(),
            Changes.All.Select(change => change.Operation).Distinct().Order());

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_connection_that_breaks_once_makes_no_change_twice(int index, string command)
    {
        var change = Changes.All[index];
        Assert.Equal(command, change.Command);
        using var prompt = Shop.Open();
        FastRetries.Use();
        prompt.Run(change.Setup).Clean();
        var before = prompt.Local().Save();
        Assert.All(Cuts, cut =>
        {
            prompt.Local().Load(before);
            Try(prompt, change, cut);
        });
    }

    private static void Try(EcsPrompt prompt, Change change, Fault cut)
    {
        using var proxy = new FaultProxy(prompt.Local().Url, (operation, attempt) => operation == change.Operation && attempt == 1 ? cut : Fault.None);
        prompt.Run($"Set-EcsContext -EndpointUrl {proxy.Url}").Clean();
        var said = prompt.Run($"$ConfirmPreference = 'None'; {change.Command}");
        if (change.IsHarmful)
        {
            Assert.True(proxy.Done(change.Operation) <= 1, $"{cut}: done {proxy.Done(change.Operation)} times");
            var error = said.Error();
            Assert.StartsWith("NoAnswer", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("might have carried it out", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("No connection", error.ToString(), StringComparison.Ordinal);
            Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        }
        else
        {
            Assert.True(said.Ended is null && said.Errors.Count == 0, $"{cut}: {string.Join(' ', said.Errors)} {said.Ended}");
            Assert.True(proxy.Done(change.Operation) >= 1, $"{cut}: not done");
        }
    }
}
