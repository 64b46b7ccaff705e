namespace EcsTools.Tests.Local;

/// <summary>Daemons, their task definitions and gateways take tags as everything else does.</summary>
public class TaggedFeatureTests
{
    private const string Provider = "arn:aws:ecs:us-east-1:123456789012:capacity-provider/mi";

    [Theory]
    [InlineData("daemonTaskDefinition")]
    [InlineData("daemon")]
    [InlineData("gateway")]
    public async Task Tags_are_kept_added_and_taken_away(string thing)
    {
        using var ecs = new LocalEcs();
        var arn = await Make(ecs, thing);
        await ecs.Call("TagResource", $$"""{ "resourceArn": "{{arn}}", "tags": [{ "key": "b", "value": "2" }] }""");
        Assert.Equal("a=1 b=2", await Tags());
        await ecs.Call("UntagResource", $$"""{ "resourceArn": "{{arn}}", "tagKeys": ["a"] }""");
        Assert.Equal("b=2", await Tags());

        async Task<string> Tags() => string.Join(' ', (await ecs.Call("ListTagsForResource", $$"""{ "resourceArn": "{{arn}}" }"""))["tags"]!.AsArray().Select(tag => $"{tag!["key"]}={tag["value"]}"));
    }

    private static async Task<string> Make(LocalEcs ecs, string thing)
    {
        const string tags = """ "tags": [{ "key": "a", "value": "1" }] """;
        if (thing == "gateway")
            return (string)(await ecs.Call("CreateGateway", $$"""{ "name": "g", "infrastructureRoleArn": "arn:aws:iam::123456789012:role/r", "configuration": { "hostSharedAlb": {} }, {{tags}} }"""))["gatewayArn"]!;
        var definition = (string)(await ecs.Call("RegisterDaemonTaskDefinition", $$"""{ "family": "f", "containerDefinitions": [{ "name": "c", "image": "i" }], {{tags}} }"""))["daemonTaskDefinitionArn"]!;
        if (thing == "daemonTaskDefinition") return definition;
        await ecs.Call("CreateCluster");
        await ecs.ManagedInstances();
        return (string)(await ecs.Call("CreateDaemon", $$"""{ "daemonName": "d", "daemonTaskDefinitionArn": "{{definition}}", "capacityProviderArns": ["{{Provider}}"], {{tags}} }"""))["daemonArn"]!;
    }
}
