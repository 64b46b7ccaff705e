using System.Text.Json.Nodes;
using EcsTools.Model;
using EcsTools.Tests.Client;
using EcsTools.Tests.Coverage;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A response without members that ECS always returns is an error, for every cmdlet.</summary>
public sealed class IncompleteAnswerTests
{
    public static TheoryData<string, string> Cmdlets => WireCoverageTests.Cmdlets;

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Nothing_null_or_empty_where_ECS_always_answers_is_no_fault_of_the_module(string cmdlet, string operation)
    {
        var one = OperationCmdlet.Of(cmdlet, operation);
        Assert.All([Answer(one, _ => null), Answer(one, member => member.Value.Kind switch
        {
            ValueKind.Structure => new JsonObject(),
            ValueKind.List when member.Value.Element!.Kind == ValueKind.Structure => new JsonArray(new JsonObject()),
            _ => null,
        })], answer =>
        {
            var said = WireCoverageTests.Run(one, WireCoverageTests.Arguments(one).Arguments, answer: answer).Said;
            Assert.DoesNotContain(said.Errors, error => error.FullyQualifiedErrorId.StartsWith("UnexpectedError", StringComparison.Ordinal));
            Assert.DoesNotContain(null, said.Output);
            Assert.True(said.Ended is null, $"{answer}: {said.Ended}");
        });
    }

    private static string Answer(OperationCmdlet one, Func<MemberShape, JsonNode?> value) =>
        new JsonObject(one.Operation.Response.Members.Select(member => System.Collections.Generic.KeyValuePair.Create(member.WireName, value(member)))).ToJsonString();
}
