using System.Collections;
using System.Management.Automation;
using EcsTools.Tests.Client;
using EcsTools.Tests.Coverage;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Every cmdlet that changes something sends one change after the other.</summary>
public sealed class EveryChangeTests
{
    public static TheoryData<string, string> Changing => WireCoverageTests.Changing;

    [Theory]
    [MemberData(nameof(Changing))]
    public void It_has_a_ThrottleLimit_of_one(string cmdlet, string operation) =>
        Assert.True(OperationCmdlet.Of(cmdlet, operation).Cmdlet.Parameters.ContainsKey("ThrottleLimit"));

    [Theory]
    [MemberData(nameof(Changing))]
    public void With_Stop_it_sends_nothing_after_an_error(string cmdlet, string operation)
    {
        using var peer = new HttpPeer(HttpPeer.Error(400, "ClientException"));
        var said = PipeThree(OperationCmdlet.Of(cmdlet, operation), peer, "-ErrorAction Stop");
        Assert.NotNull(said.Ended);
        Assert.Single(peer.Received);
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public void It_waits_for_each_answer(string cmdlet, string operation)
    {
        var (now, most) = (0, 0);
        using var peer = new HttpPeer(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            for (var i = 0; i < 100; i++) await Task.Yield(); // requests side by side would meet here
            Interlocked.Decrement(ref now);
            await HttpPeer.Error(400, "ClientException")(context);
        });
        PipeThree(OperationCmdlet.Of(cmdlet, operation), peer);
        Assert.Equal(1, most);
    }

    /// <summary>Pipes three rows with all values.</summary>
    private static Said PipeThree(OperationCmdlet one, HttpPeer peer, string more = "")
    {
        using var prompt = new EcsPrompt();
        var (row, arguments) = (new PSObject(), new Hashtable());
        foreach (DictionaryEntry argument in WireCoverageTests.Arguments(one).Arguments)
        {
            var parameter = one.Cmdlet.Parameters[(string)argument.Key];
            if (parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName)) row.Properties.Add(new PSNoteProperty(parameter.Name, argument.Value));
            else arguments[argument.Key] = argument.Value;
        }

        prompt.Set("row", row);
        prompt.Set("arguments", arguments);
        return prompt.Run($"$row, $row, $row | {one.Cmdlet.Name} @arguments -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey AKIAEXAMPLE -SecretKey secret -Confirm:$false {more}");
    }
}
