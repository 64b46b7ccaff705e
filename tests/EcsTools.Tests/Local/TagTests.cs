namespace EcsTools.Tests.Local;

public class TagTests
{
    [Theory]
    [InlineData("cluster/default")]
    [InlineData("task-definition/web:1")]
    [InlineData("service/default/web")]
    [InlineData("$instance")]
    [InlineData("$task")]
    public async Task Every_kind_of_resource_can_be_tagged_and_untagged(string resource)
    {
        using var ecs = new LocalEcs();
        var instance = Assert.Single(await ecs.Instances(1));
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""");
        ecs.Settle();
        var task = (string)(await ecs.TasksOf())[0]!["taskArn"]!;
        var arn = resource switch { "$instance" => instance, "$task" => task, _ => $"arn:aws:ecs:us-east-1:123456789012:{resource}" };

        await Tag("""{ "key": "a", "value": "1" }, { "key": "b", "value": "2" }""");
        await Tag("""{ "key": "a", "value": "3" }""");
        Assert.Equal("""[{"key":"b","value":"2"},{"key":"a","value":"3"}]""", await Tags());
        await ecs.Call("UntagResource", $$"""{ "resourceArn": "{{arn}}", "tagKeys": ["b", "none"] }""");
        Assert.Equal("""[{"key":"a","value":"3"}]""", await Tags());

        Task Tag(string tags) => ecs.Call("TagResource", $$"""{ "resourceArn": "{{arn}}", "tags": [{{tags}}] }""");
        async Task<string> Tags() => (await ecs.Call("ListTagsForResource", $$"""{ "resourceArn": "{{arn}}" }"""))["tags"]!.ToJsonString();
    }

    [Theory]
    [InlineData("""[{ "key": "aws:x", "value": "1" }]""", "Tag keys that begin with aws: are kept for AWS.")]
    [InlineData("""[{ "key": "a", "value": "" }, { "key": "a", "value": "" }]""", "Duplicate tag keys found. Tag keys must be unique.")]
    [InlineData("""[{ "key": "a" }]""", "Tag value can not be null.")]
    [InlineData("""[{ "value": "a" }]""", "Tag keys must have 1 to 128 characters.")]
    public async Task Bad_tags_are_refused(string tags, string message)
    {
        using var ecs = new LocalEcs();
        Assert.Equal(("InvalidParameterException", message), await ecs.Fail("CreateCluster", $$"""{ "tags": {{tags}} }"""));
    }

    [Fact]
    public async Task No_resource_has_more_than_fifty_tags()
    {
        using var ecs = new LocalEcs();
        await ecs.Call("CreateCluster", $$"""{ "tags": [{{string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{ "key": "k{{i}}", "value": "" }"""))}}] }""");
        var error = await ecs.Fail("TagResource", """{ "resourceArn": "arn:aws:ecs:us-east-1:123456789012:cluster/default", "tags": [{ "key": "more", "value": "" }] }""");
        Assert.Equal("Tags can not have more than 50 elements.", error.Message);
    }

    [Theory]
    [InlineData("NONE", "a=own")]
    [InlineData("TASK_DEFINITION", "a=own b=definition")]
    public async Task A_task_has_its_own_tags_and_of_its_task_definition_those_with_other_keys(string propagate, string expected)
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition(more: """ "tags": [{ "key": "a", "value": "definition" }, { "key": "b", "value": "definition" }], """);
        var run = await ecs.Call("RunTask", $$"""{ "taskDefinition": "web", "propagateTags": "{{propagate}}", "tags": [{ "key": "a", "value": "own" }] }""");
        Assert.Equal(expected, string.Join(' ', run["tasks"]![0]!["tags"]!.AsArray().Select(tag => $"{tag!["key"]}={tag["value"]}")));
    }

    [Fact]
    public async Task Stopping_a_task_answers_without_its_tags()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        var task = (await ecs.Call("RunTask", """{ "taskDefinition": "web", "tags": [{ "key": "a", "value": "1" }] }"""))["tasks"]![0]!;
        Assert.Single(task["tags"]!.AsArray());
        var stopped = await ecs.Call("StopTask", $$"""{ "task": "{{task["taskArn"]}}" }""");
        Assert.Empty(stopped["task"]!["tags"]!.AsArray());
    }
}
