using System.Collections;
using System.Text.Json.Nodes;
using EcsTools.Model;
using EcsTools.Model.Sessions;
using EcsTools.Tests.Client;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Coverage;

/// <summary>The parameters of every cmdlet, on the wire.</summary>
public sealed class WireCoverageTests
{
    /// <summary>Members of requests that no parameter sets, and why.</summary>
    private static readonly Dictionary<string, string> NoParameter = new()
    {
        ["nextToken"] = "all pages are read",
        ["maxResults"] = "-First says how many",
        ["sort"] = "the newest revision comes first",
        ["ListGateways.names"] = "-Name is -Gateway, and what it names is described without a list",
    };

    private const string Keys = "-AccessKey AKIAEXAMPLE -SecretKey h1dd3n -SessionToken h1dd3n"; // no stream may contain them: SecretTests

    public static TheoryData<string, string> Cmdlets => [.. OperationCmdlet.All.Select(one => (one.Cmdlet.Name, one.Operation.Name))];

    public static TheoryData<string, string> TakingFiles => [.. OperationCmdlet.All.Where(one => one.Cmdlet.Parameters.ContainsKey("CliInputJson")).Select(one => (one.Cmdlet.Name, one.Operation.Name))];

    public static TheoryData<string> OperationNames => [.. Operations.All.Select(operation => operation.Name)];

    public static TheoryData<string, string> Changing => [.. OperationCmdlet.All.Where(one => one.SupportsShouldProcess).Select(one => (one.Cmdlet.Name, one.Operation.Name))];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_parameter_reaches_the_wire_as_the_member_it_stands_for(string cmdlet, string operation)
    {
        var one = OperationCmdlet.Of(cmdlet, operation);
        var (arguments, expected) = Arguments(one);
        var received = Run(one, arguments).Sent.Where(request => request.Headers["x-amz-target"].EndsWith("." + operation, StringComparison.Ordinal)).ToList();
        Assert.InRange(received.Count, 1, ListsTwice(cmdlet) ? 2 : 1);
        var sent = JsonNode.Parse(received[0].Text)!.AsObject();
        if (sent["command"] is JsonValue line && line.TryGetValue<string>(out var text) && CommandScript.Unwrap(CommandWords.Split(text)) is var (command, _)) sent["command"] = command;
        var meant = JsonNode.Parse(WireJson.ToText(expected))!.AsObject();
        Assert.All(meant, member => Assert.Equal(member.Value!.ToJsonString(), sent[member.Key]?.ToJsonString()), throwIfEmpty: false);
        Assert.All(sent, member => Assert.True(meant.ContainsKey(member.Key) || IsExempt(operation, member.Key) || (ListsTwice(cmdlet) && member.Key == "desiredStatus"), $"Nobody asked for {member.Key}."), throwIfEmpty: false);
    }

    [Theory]
    [MemberData(nameof(TakingFiles))]
    public void A_parameter_takes_precedence_over_the_file_beside_it(string cmdlet, string operation)
    {
        var one = OperationCmdlet.Of(cmdlet, operation);
        var values = new FullRequest();
        var inFile = Arguments(one, values).Request;
        var (arguments, expected) = Arguments(one, values);
        arguments["CliInputJson"] = WireJson.ToText(inFile);
        var received = Assert.Single(Run(one, arguments).Sent, request => request.Headers["x-amz-target"].EndsWith("." + operation, StringComparison.Ordinal));
        var (meant, sent) = (JsonNode.Parse(WireJson.ToText(expected))!.AsObject(), JsonNode.Parse(received.Text)!.AsObject());
        Assert.All(meant, member => Assert.Equal(member.Value!.ToJsonString(), sent[member.Key]?.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void Every_member_of_a_request_can_be_set(string operation)
    {
        var cmdlets = OperationCmdlet.All.Where(one => one.Operation.Name == operation).ToList();
        var members = Operations.Find(operation)!.Request.Members.Where(member => !IsExempt(operation, member.WireName));
        Assert.Empty(members.Where(member => cmdlets.TrueForAll(one => one.ParameterFor(member) is null)).Select(member => member.WireName));
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public void WhatIf_changes_nothing(string cmdlet, string operation)
    {
        var one = OperationCmdlet.Of(cmdlet, operation);
        var (said, sent) = Run(one, Arguments(one).Arguments, "-WhatIf");
        said.Clean();
        Assert.All(sent, request => Assert.Matches(@"\.(List|Describe|Get)\w+$", request.Headers["x-amz-target"]), throwIfEmpty: false); // a prediction reads
    }

    /// <summary>Logs are those of running and of stopped tasks.</summary>
    private static bool ListsTwice(string cmdlet) => cmdlet == "Get-EcsLog";

    private static bool IsExempt(string operation, string member) => NoParameter.ContainsKey(member) || NoParameter.ContainsKey($"{operation}.{member}");

    /// <summary>An argument for every member that a parameter sets, and the request that they make.</summary>
    internal static (Hashtable Arguments, IStructure Request) Arguments(OperationCmdlet one, FullRequest? values = null)
    {
        var arguments = new Hashtable();
        var request = (IStructure)one.Operation.Request.Create();
        values ??= new FullRequest();
        foreach (var member in one.Operation.Request.Members.Where(member => !IsExempt(one.Operation.Name, member.WireName)))
        {
            if (one.ParameterFor(member) is not { } parameter) continue;
            var isTarget = parameter.ParameterSets.Values.Any(set => set.Position == 0);
            var value = values.Value(member.Value, member.WireName, items: isTarget ? 1 : 2); // several targets may be several requests
            arguments[parameter.Name] = value;
            member.Set(request, value);
        }

        return (arguments, request);
    }

    /// <summary>The output and the requests of a cmdlet if nothing is found.</summary>
    internal static (Said Said, IReadOnlyList<Received> Sent) Run(OperationCmdlet one, Hashtable arguments, string more = "", string answer = "{}", System.Management.Automation.Host.PSHost? host = null)
    {
        using var peer = new HttpPeer(HttpPeer.Ok(answer));
        using var prompt = new EcsPrompt(host);
        prompt.Set("arguments", arguments);
        var said = prompt.Run($"{one.Cmdlet.Name} @arguments -Region us-east-1 -EndpointUrl {peer.Url} {Keys} {(one.SupportsShouldProcess ? "-Confirm:$false" : "")} {more}");
        return (said, peer.Received);
    }
}
