using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>The source of a task definition: a revision in ECS, a file, JSON, a hashtable, or an object.</summary>
/// <param name="Name">Its name in texts for users: <c>web:3</c>, or the file.</param>
/// <param name="Read">Reads it.</param>
/// <param name="AsksEcs">Whether reading it asks ECS.</param>
internal sealed record TaskDefinitionSource(string Name, Func<JobCalls, Task<RegisterTaskDefinitionRequest>> Read, bool AsksEcs)
{
    private static readonly HashSet<string> NoParameters = [];

    /// <summary>The member of ECS's answers that a task definition lies in.</summary>
    private const string Wrapper = "taskDefinition";

    /// <summary>A locally available task definition; null if ECS must be called.</summary>
    public RegisterTaskDefinitionRequest? Known { get; private init; }

    /// <summary>The source in the argument; null after an error was written.</summary>
    /// <param name="command">The cmdlet that it was given to.</param>
    /// <param name="given">The argument.</param>
    /// <param name="withTags">Whether ECS is asked for the tags of an object that was described without them.</param>
    public static TaskDefinitionSource? Of(EcsCmdlet command, object given, bool withTags = true)
    {
        var value = given is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : given;
        return value switch
        {
            TaskDefinition definition => OfDefinition(definition, withTags),
            RegisterTaskDefinitionRequest request => At(request.Family, request),
            FileSystemInfo file => OfJson(command, file.FullName),
            string text when IsJson(text) => OfJson(command, text),
            string name => OfRevision(name),
            _ when KindFinder.Find(PSObject.AsPSObject(given), NoParameters) is { } piped => OfObject(command, piped, withTags),
            _ when Named.Values(value) is not null => OfValues(command, value),
            _ => Refuse(command, $"A {value.GetType().Name} isn't a task definition.", value),
        };
    }

    /// <summary>A revision by its name, with its tags.</summary>
    public static TaskDefinitionSource OfRevision(string name) =>
        new(EcsArn.IdOf(name), async calls => Registration.Of(await Describe(name, calls)), AsksEcs: true);

    private static TaskDefinitionSource OfDefinition(TaskDefinition definition, bool withTags)
    {
        var request = Registration.Of(definition);
        var name = definition.Revision is null ? definition.Family : definition.ToString();
        return withTags && definition is { Tags: null, TaskDefinitionArn: { } arn }
            ? new(name ?? arn, calls => Tagged(request, arn, calls), AsksEcs: true)
            : At(name, request);
    }

    private static async Task<RegisterTaskDefinitionRequest> Tagged(RegisterTaskDefinitionRequest request, string arn, JobCalls calls)
    {
        request.Tags = Registration.Of(await Describe(arn, calls)).Tags;
        return request;
    }

    private static TaskDefinitionSource? OfJson(EcsCmdlet command, string json)
    {
        var request = new RegisterTaskDefinitionRequest();
        if (!RequestFile.TryComplete(command, request, json, Wrapper, new TaskDefinition())) return null;
        return At(InputDocument.IsText(json) ? request.Family : Path.GetFileName(json), request);
    }

    private static TaskDefinitionSource? OfValues(EcsCmdlet command, object given)
    {
        try
        {
            var request = new RegisterTaskDefinitionRequest();
            RequestFile.Complete(request, given, Wrapper, new TaskDefinition());
            return At(request.Family, request);
        }
        catch (BindingException e)
        {
            return Refuse(command, e.Message, given);
        }
    }

    private static TaskDefinitionSource? Refuse(EcsCmdlet command, string problem, object given)
    {
        command.WriteError(Errors.Invalid(
            "InvalidTaskDefinition",
            problem,
            given,
            "Specify family:revision, a JSON file, JSON, a hashtable, or an object that Get-EcsTaskDefinition returns."));
        return null;
    }

    private static TaskDefinitionSource At(string? name, RegisterTaskDefinitionRequest request) =>
        new(name ?? "task definition", _ => Task.FromResult(request), AsksEcs: false) { Known = request };

    /// <summary>A copy of a task definition, or the revision that something else of ECS runs: a service, a task, a deployment.</summary>
    private static TaskDefinitionSource? OfObject(EcsCmdlet command, PipedObject piped, bool withTags)
    {
        var isWhole = piped.Kind.Type == typeof(TaskDefinition) && IsWhole(piped.Get("ContainerDefinitions"));
        if (isWhole && Named.Values(piped.Value) is { } values)
        {
            // and not what Select-Object added
            var copy = OfValues(
                command,
                values.Where(value => piped.Kind.Members.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Value));
            if (copy is not null && piped.Names("TaskDefinition") is string name) copy = copy with { Name = EcsArn.IdOf(name) };
            return copy is null || !withTags || piped.Get("Tags") is not null || piped.Text("TaskDefinitionArn") is not { } arn
                ? copy
                : new(copy.Name, async calls => await Tagged(await copy.Read(calls), arn, calls), AsksEcs: true);
        }

        if (piped.Names("TaskDefinition") is string revision) return OfRevision(revision);
        var absent = piped.Kind.Find("TaskDefinition")?.Absent;
        return Refuse(
            command,
            absent is null
                ? $"{PipedBinder.A(piped.Kind.Name)} doesn't identify a TaskDefinition."
                : $"This {piped.Kind.Name} doesn't identify a TaskDefinition: {absent}.",
            piped.Value);
    }

    /// <summary>Whether a copy has kept the containers: CSV and shallow Clixml have texts of them.</summary>
    private static bool IsWhole(object? containers) =>
        containers is System.Collections.IEnumerable several and not string
            && several
                .Cast<object?>()
                .All(container =>
                    (container is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : container) is not string);

    /// <summary>No family has a dot or a slash in its name, and a revision's name has no brace.</summary>
    private static bool IsJson(string text) =>
        InputDocument.IsText(text) || (!text.StartsWith("arn:", StringComparison.Ordinal) && text.AsSpan().IndexOfAny("./\\") >= 0);

    private static async Task<TaskDefinition> Describe(string name, JobCalls calls)
    {
        var described = await calls.Send(Operations.DescribeTaskDefinition, new()
        {
            TaskDefinition = name,
            Include = [TaskDefinitionField.Tags],
        });
        described.TaskDefinition!.Tags = described.Tags;
        return described.TaskDefinition;
    }
}
