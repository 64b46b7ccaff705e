using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>The members of a task definition that RegisterTaskDefinition accepts, without those that ECS fills in.</summary>
internal static class Registration
{
    /// <summary>Tags that only AWS can set.</summary>
    private const string Reserved = "aws:";

    private static readonly StructureShape Taken = Operations.RegisterTaskDefinition.Request;

    /// <summary>The type of a description.</summary>
    public static StructureShape Described { get; } = ((IStructure)new TaskDefinition()).GetShape();

    /// <summary>The request that registers it again.</summary>
    public static RegisterTaskDefinitionRequest Of(TaskDefinition definition)
    {
        var request = new RegisterTaskDefinitionRequest();
        foreach (var member in Taken.Members) member.Set(request, Described.Find(member.WireName)?.Get(definition));
        request.Tags = definition.Tags?.FindAll(tag => tag.Key?.StartsWith(Reserved, StringComparison.Ordinal) != true);
        return request;
    }

    /// <summary>Fills what a request leaves open from another.</summary>
    public static void Complete(RegisterTaskDefinitionRequest request, RegisterTaskDefinitionRequest other)
    {
        foreach (var member in Taken.Members) member.Set(request, member.Get(request) ?? member.Get(other));
    }

    /// <summary>Registers it, and gives what ECS made of it.</summary>
    public static async Task<TaskDefinition> Register(RegisterTaskDefinitionRequest request, JobCalls calls)
    {
        var registered = await calls.Send(Operations.RegisterTaskDefinition, request);
        registered.TaskDefinition!.Tags = registered.Tags;
        return registered.TaskDefinition;
    }

    /// <summary>The task definition that a request would register, as far as the request contains it.</summary>
    public static TaskDefinition ToDefinition(RegisterTaskDefinitionRequest request)
    {
        var definition = new TaskDefinition { Tags = request.Tags };
        foreach (var member in Described.Members) member.Set(definition, Taken.Find(member.WireName)?.Get(request));
        return definition;
    }

    /// <summary>An error with the revision that was registered before; the error itself if there is none.</summary>
    public static EcsException Explain(EcsException error, string? registered) =>
        registered is null ? error : error.With($"{error.Message} {EcsArn.IdOf(registered)} was registered.");
}
