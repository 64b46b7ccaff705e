using EcsTools.Local.Engine.Services;
using EcsTools.Model;
using Mono.Cecil;

namespace EcsTools.Tests.Coverage;

/// <summary>Every member of every request is read by the local ECS or its rules, or is on the list with its reason.</summary>
public sealed class RequestMembersTests
{
    private static readonly (string Reason, string[] Members)[] Unread =
    [
        ("The rules check it by its name. There is no EBS, so tasks show no such volume.", ["RunTaskRequest.VolumeConfigurations", "StartTaskRequest.VolumeConfigurations"]),
        ("No response of ECS contains it.", ["RunTaskRequest.ReferenceId", "StartTaskRequest.ReferenceId"]),
        ("The local ECS has no GPUs and no Neuron devices to give to containers.", ["RegisterContainerInstanceRequest.PlatformDevices"]),
        ("There is no secret that a signature could be checked with.", ["RegisterContainerInstanceRequest.InstanceIdentityDocumentSignature"]),
    ];

    /// <summary>The requests whose settings of the service are read by their names.</summary>
    private static readonly Operation[] WithSettings = [Operations.CreateService, Operations.UpdateService, Operations.CreateTaskSet];

    [Fact]
    public void Every_member_of_a_request_is_read_or_has_a_reason()
    {
        var settings = WithSettings.SelectMany(operation => ServiceSettings.Members.Select(member => $"{operation.Name}Request.{member.PropertyName}"));
        var read = Read("EcsTools.Local").Concat(Read("EcsTools.Rules")).Concat(settings).ToHashSet();
        var unread = Operations.All
            .SelectMany(operation => operation.Request.Members.Select(member => $"{operation.Name}Request.{member.PropertyName}"))
            .Where(member => !read.Contains(member))
            .ToList();
        var listed = Unread.SelectMany(group => group.Members).ToList();
        List<string> wrong =
        [
            .. unread.Except(listed).Select(member => $"{member} is never read, and has no reason"),
            .. listed.Except(unread).Select(member => $"{member} is read, and needs no reason"),
        ];
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The properties of the model that compiled code reads.</summary>
    private static IEnumerable<string> Read(string project)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, project + ".dll"));
        return
        [
            .. from type in module.GetTypes()
               from method in type.Methods
               where method.HasBody
               from instruction in method.Body.Instructions
               let called = instruction.Operand as MethodReference
               where called is not null && called.Name.StartsWith("get_", StringComparison.Ordinal) && called.DeclaringType.Namespace == "EcsTools.Model"
               select $"{called.DeclaringType.Name}.{called.Name["get_".Length..]}",
        ];
    }
}
