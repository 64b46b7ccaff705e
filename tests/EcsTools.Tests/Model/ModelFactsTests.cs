using System.Reflection;
using System.Text.Json;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

public class ModelFactsTests
{
    [Fact]
    public void ECS_has_eighty_eight_operations() => Assert.Equal(88, Operations.All.Count);

    [Fact]
    public void The_table_of_operations_is_the_model_s() =>
        Assert.Equal(ModelResources.Facts.GetProperty("operations").EnumerateObject().Select(entry => entry.Name), Operations.All.Select(operation => operation.Name));

    [Fact]
    public void Every_operation_has_its_request_response_errors_and_batch_size()
    {
        foreach (var operation in Operations.All)
        {
            var facts = ModelResources.Facts.GetProperty("operations").GetProperty(operation.Name);
            Assert.Equal(facts.GetProperty("input").GetString(), operation.Request.Name);
            Assert.Equal(facts.GetProperty("output").GetString(), operation.Response.Name);
            Assert.Equal(facts.GetProperty("errors").EnumerateArray().Select(error => error.GetString()), operation.Errors);
            Assert.Equal(facts.TryGetProperty("batchSize", out var size) ? size.GetInt32() : 1, operation.BatchSize);
            Assert.Same(operation, Operations.Find(operation.Name));
        }
    }

    [Fact]
    public void An_operation_that_ECS_does_not_have_is_not_found() => Assert.Null(Operations.Find("createservice"));

    [Fact]
    public void Every_error_that_an_operation_names_is_one_of_the_model_s()
    {
        var errors = ModelResources.Facts.GetProperty("errors").EnumerateObject().Select(entry => entry.Name).ToHashSet();
        Assert.All(Operations.All.SelectMany(operation => operation.Errors), error => Assert.Contains(error, errors));
    }

    [Fact]
    public void Every_structure_is_reached_from_an_operation() =>
        Assert.Equal(
            ModelResources.Facts.GetProperty("structures").EnumerateObject().Select(entry => entry.Name).Order(),
            AllStructures.Shapes.Select(shape => shape.Name).Order());

    [Fact]
    public void Shapes_say_what_the_model_says_of_each_member()
    {
        foreach (var shape in AllStructures.Shapes)
        {
            var facts = ModelResources.Facts.GetProperty("structures").GetProperty(shape.Name);
            Assert.Equal(facts.EnumerateObject().Select(entry => entry.Name), shape.Members.Select(member => member.WireName));
            foreach (var member in shape.Members)
            {
                var entry = facts.GetProperty(member.WireName);
                Assert.Equal((entry.TryGetProperty("required", out _), entry.TryGetProperty("sensitive", out _)), (member.IsRequired, member.IsSensitive));
                Assert.Equal(NullabilityOf(member.Value.Type), shape.Type.GetProperty(member.PropertyName)!.PropertyType);
                Assert.Same(member, shape.Find(member.WireName.ToUpperInvariant()));
            }
        }
    }

    private static Type NullabilityOf(Type type) => type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;

    [Fact]
    public void Only_requests_are_idempotent_and_their_token_is_a_member()
    {
        var requests = Operations.All.Select(operation => operation.Request).ToList();
        var idempotent = AllStructures.Shapes.Where(shape => typeof(IIdempotentRequest).IsAssignableFrom(shape.Type)).ToList();
        Assert.Contains("RunTaskRequest", idempotent.Select(shape => shape.Name));
        Assert.All(idempotent, shape => Assert.Contains(shape, requests));
        foreach (var shape in idempotent)
        {
            var request = shape.Create();
            ((IIdempotentRequest)request).Token = "t";
            Assert.Equal("t", ((IIdempotentRequest)request).Token);
            Assert.Single(shape.Members, member => member.Get(request) is "t");
        }
    }

    [Fact]
    public async Task Lists_turn_their_pages()
    {
        var answers = new Queue<ListTasksResponse>([new() { TaskArns = ["a"], NextToken = "t" }, new() { NextToken = "u" }, new() { TaskArns = ["b"], NextToken = "" }]);
        var asked = new List<string>();
        var listed = Operations.ListTasks.All(new(), (_, request) => { asked.Add(WireJson.ToText(request)); return System.Threading.Tasks.Task.FromResult(answers.Dequeue()); }, pageSize: 7, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["a", "b"], await listed.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["""{"maxResults":7}""", """{"nextToken":"t","maxResults":7}""", """{"nextToken":"u","maxResults":7}"""], asked);
    }

    [Fact]
    public void An_operation_has_pages_exactly_when_its_answer_has_a_token() =>
        Assert.All(Operations.All, operation => Assert.Equal(operation.Response.Find("nextToken") is not null, operation.GetType().GetGenericTypeDefinition() == typeof(PagedOperation<,,>)));

    [Fact]
    public void An_operation_with_pages_is_none_that_can_be_sent_for_one_of_them()
    {
        foreach (var operation in Operations.All.Where(operation => operation.Response.Find("nextToken") is not null))
            Assert.Equal(typeof(Operation), operation.GetType().BaseType);
    }

    [Fact]
    public void Every_operation_with_a_paginator_is_paged_and_no_other()
    {
        var paged = ModelResources.Facts.GetProperty("operations").EnumerateObject().Where(entry => entry.Value.TryGetProperty("paginator", out _)).Select(entry => entry.Name);
        Assert.Equal(paged, Operations.All.Where(operation => operation.GetType().GetGenericTypeDefinition() == typeof(PagedOperation<,,>)).Select(operation => operation.Name));
    }

    [Fact]
    public void Enums_hold_the_model_s_values()
    {
        foreach (var entry in ModelResources.Facts.GetProperty("enums").EnumerateObject())
        {
            var values = entry.Value.EnumerateArray().Select(value => value.GetString()!).ToList();
            var type = typeof(Operations).Assembly.GetType($"EcsTools.Model.{entry.Name}", throwOnError: true)!;
            Assert.Equal(values, (IReadOnlyList<string>)type.GetProperty("Values")!.GetValue(null)!);
            Assert.Equal(values, type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!));
        }
    }

    [Theory]
    [InlineData("ListTasks", true)]
    [InlineData("DescribeServices", true)]
    [InlineData("GetTaskProtection", true)]
    [InlineData("DiscoverPollEndpoint", true)]
    [InlineData("CreateService", false)]
    [InlineData("UpdateTaskProtection", false)]
    [InlineData("ExecuteCommand", false)]
    public void What_lists_describes_or_gets_changes_nothing(string name, bool isReadOnly) => Assert.Equal(isReadOnly, Operations.Find(name)!.IsReadOnly);

    [Fact]
    public void The_facts_hold_no_prose() =>
        Assert.DoesNotContain(ModelResources.Facts.EnumerateObject().Where(section => section.Name != "waiters").SelectMany(section => Texts(section.Value)), text => text.Count(c => c == ' ') > 3);

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(entry => Texts(entry.Value).Prepend(entry.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };
}
