using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EcsTools.Local;
using EcsTools.Local.Api;
using EcsTools.Local.Http;

namespace EcsTools.Tests.Local;

/// <summary>A local ECS on a manual clock, and a bare HTTP client that posts JSON to it.</summary>
internal sealed class LocalEcs : IDisposable
{
    private readonly EcsLocalServer server;
    private readonly HttpClient http;

    public LocalEcs(EcsLocalOptions? options = null)
    {
        server = new EcsLocalServer((options ?? new EcsLocalOptions()) with { TimeProvider = Clock });
        server.Start();
        http = new HttpClient { BaseAddress = server.Url };
    }

    public ManualClock Clock { get; } = new();

    public EcsLocalServer Server => server;

    public HttpClient Http => http;

    /// <summary>Calls an operation that must succeed.</summary>
    public async Task<JsonNode> Call(string operation, string body = "{}", string? authorization = null)
    {
        var (status, answer) = await Try(operation, body, authorization);
        Assert.True(status == HttpStatusCode.OK, $"{operation} answered {(int)status}: {answer}");
        return answer;
    }

    /// <summary>Calls an operation that must fail, and gives the error's type and message.</summary>
    public async Task<(string Type, string Message)> Fail(string operation, string body = "{}")
    {
        var (status, answer) = await Try(operation, body);
        Assert.True(status == HttpStatusCode.BadRequest, $"{operation} answered {(int)status}: {answer}");
        return ((string)answer["__type"]!, (string)answer["message"]!);
    }

    public async Task<(HttpStatusCode Status, JsonNode Answer)> Try(string operation, string body, string? authorization = null)
    {
        using var response = await Post($"AmazonEC2ContainerServiceV20141113.{operation}", body, authorization);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    public async Task<HttpResponseMessage> Post(string? target, string body, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        if (target is not null) request.Headers.Add("X-Amz-Target", target);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a request to a control path, with the header that it takes.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Control(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-EcsTools-Local", "yes");
        if (body is not null) request.Content = new StringContent(body);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sets behaviors, as <c>"tasks": [...]</c> and so on.</summary>
    public async Task Behave(string behaviors)
    {
        var (status, body) = await Control(HttpMethod.Put, "/_local/behavior", "{" + behaviors + "}");
        Assert.True(status == HttpStatusCode.OK, body);
    }

    public async Task<string> State() => (await Control(HttpMethod.Get, "/_local/state")).Body;

    public void Advance(double seconds) => server.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Runs until nothing is left to happen.</summary>
    public void Settle() => Assert.True(server.RunUntilSettled(TimeSpan.FromMinutes(30)), "The local ECS did not settle within half an hour.");

    /// <summary>The cluster "default" with instances in zones a, b and c in turn, of 1,024 CPU units and 2,048 MiB each.</summary>
    public async Task<List<string>> Instances(int count, int cpu = 1024, int memory = 2048)
    {
        var arns = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var answer = await Call("RegisterContainerInstance", $$"""
                {
                  "cluster": "default",
                  "instanceIdentityDocument": "{\"region\":\"us-east-1\",\"availabilityZone\":\"us-east-1{{"abc"[i % 3]}}\",\"instanceId\":\"i-{{i:x17}}\",\"instanceType\":\"m5.large\"}",
                  "totalResources": [
                    { "name": "CPU", "type": "INTEGER", "integerValue": {{cpu}} },
                    { "name": "MEMORY", "type": "INTEGER", "integerValue": {{memory}} },
                    { "name": "PORTS", "type": "STRINGSET", "stringSetValue": ["22", "2375", "2376", "51678", "51679"] },
                    { "name": "PORTS_UDP", "type": "STRINGSET", "stringSetValue": [] }
                  ],
                  "versionInfo": { "agentVersion": "1.89.0", "dockerVersion": "DockerVersion: 25.0.8" }
                }
                """);
            arns.Add((string)answer["containerInstance"]!["containerInstanceArn"]!);
        }

        return arns;
    }

    /// <summary>Gives the cluster "default" a capacity provider of managed instances; they aren't removed when idle, unless configured.</summary>
    public Task<JsonNode> ManagedInstances(string name = "mi", int scaleInAfter = -1) => Call("CreateCapacityProvider", $$"""
        {
          "name": "{{name}}",
          "cluster": "default",
          "managedInstancesProvider": {
            "infrastructureRoleArn": "arn:aws:iam::123456789012:role/infra",
            "infrastructureOptimization": { "scaleInAfter": {{scaleInAfter}} },
            "instanceLaunchTemplate": { "ec2InstanceProfileArn": "arn:aws:iam::123456789012:instance-profile/p", "networkConfiguration": { "subnets": ["subnet-1"] } }
          }
        }
        """);

    /// <summary>Registers a revision of one container.</summary>
    public async Task<string> Definition(string family = "web", int cpu = 100, int memory = 100, string more = "", string container = "")
    {
        var answer = await Call("RegisterTaskDefinition", $$"""
            { "family": "{{family}}", {{more}} "containerDefinitions": [{ "name": "app", "image": "app:1", "cpu": {{cpu}}, "memory": {{memory}} {{container}} }] }
            """);
        return (string)answer["taskDefinition"]!["taskDefinitionArn"]!;
    }

    public async Task<JsonNode> Service(string name = "web") =>
        (await Call("DescribeServices", $$"""{ "services": ["{{name}}"] }"""))["services"]![0]!;

    /// <summary>The ARN of the newest service deployment of a service.</summary>
    public async Task<string> NewestDeployment(string service = "web") =>
        (string)(await Call("ListServiceDeployments", $$"""{ "service": "{{service}}" }"""))["serviceDeployments"]![0]!["serviceDeploymentArn"]!;

    public async Task<JsonNode> Task(string id) => (await Call("DescribeTasks", $$"""{ "tasks": ["{{id}}"] }"""))["tasks"]![0]!;

    /// <summary>The tasks of a service that are meant to run, described.</summary>
    public async Task<JsonArray> TasksOf(string service = "web")
    {
        var arns = (await Call("ListTasks", $$"""{ "serviceName": "{{service}}" }"""))["taskArns"]!.AsArray();
        return arns.Count == 0 ? [] : (await Call("DescribeTasks", $$"""{ "tasks": {{arns.ToJsonString()}} }"""))["tasks"]!.AsArray();
    }

    public void Dispose()
    {
        http.Dispose();
        server.Dispose();
    }
}
