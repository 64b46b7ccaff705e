using System.Management.Automation;
using System.Net;
using System.Reflection;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Tests.Coverage;

/// <summary>Walks the API model: whatever ECS can be asked, the module asks and the local ECS answers.</summary>
public sealed class OperationCoverageTests
{
    /// <summary>Members of responses that are not emitted as they are, and why.</summary>
    private static readonly Dictionary<string, string> NoOutput = new()
    {
        ["nextToken"] = "all pages are read",
        ["failures"] = "each is an error",
        ["session"] = "the cmdlet connects to it itself, and its token is secret",
        ["clusterArn"] = "the ARN of the task names the cluster",
        ["containerArn"] = "task and name say which container",
        ["containerName"] = "it is the property Container",
        ["taskArn"] = "it is the property Task",
        ["interactive"] = "it is what was asked for",
        ["acknowledgment"] = "an agent's report that is not believed is an error",
    };

    public static TheoryData<string> OperationNames => [.. Operations.All.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void An_operation_has_a_cmdlet(string operation) => Assert.Contains(OperationCmdlet.All, one => one.Operation.Name == operation);

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void Each_member_of_a_response_comes_out(string operation)
    {
        var emitted = OperationCmdlet.All.Where(one => one.Operation.Name == operation).SelectMany(Emitted).ToList();
        var members = Operations.Find(operation)!.Response.Members.Where(m => !NoOutput.ContainsKey(m.WireName));
        Assert.All(members, m => Assert.True(ComesOut(operation, m, emitted), $"{m.WireName} does not come out"), throwIfEmpty: false);
    }

    [Fact]
    public async Task The_local_ecs_has_a_handler_for_every_operation()
    {
        using var server = new EcsLocalServer();
        server.Start();
        using var http = new HttpClient();
        var unknown = new List<string>();
        foreach (var operation in Operations.All)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = new StringContent("{}") };
            request.Headers.Add("X-Amz-Target", "AmazonEC2ContainerServiceV20141113." + operation.Name);
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.OK && body.Contains("UnknownOperationException", StringComparison.Ordinal)) unknown.Add(operation.Name);
        }

        Assert.Empty(unknown);
    }

    /// <summary>The declared output types of a cmdlet.</summary>
    private static IEnumerable<Type> Emitted(OperationCmdlet one) =>
        one.Cmdlet.ImplementingType.GetCustomAttributes<OutputTypeAttribute>().SelectMany(a => a.Type).Select(t => t.Type).OfType<Type>();

    /// <summary>A structure is returned as itself, a list as its items, and anything else as a property of the output. Listed items are described.</summary>
    private static bool ComesOut(string operation, MemberShape member, List<Type> emitted)
    {
        var type = (member.Value.Element ?? member.Value).Type;
        var isListed = member.Value.Kind == ValueKind.List && operation.StartsWith("List", StringComparison.Ordinal);
        return emitted.Contains(type) || emitted.Exists(e => e.GetProperty(member.PropertyName) is not null) || (isListed && emitted.Count > 0);
    }
}
