using System;
using System.Collections.Generic;
using System.Linq;
using EcsTools.Generator.Specs;

namespace EcsTools.Generator.Parsing;

/// <summary>Creates the parameter for a member: its name, its aliases, and the resource that it names.</summary>
internal sealed class ParameterParser(StructureSpec request, MemberSpec member, MarkedOperation operation, ModelSpec model)
{
    private readonly bool isTarget = member.Name == operation.Target;

    /// <summary>The API's name in the singular, as PowerShell names parameters that take several.</summary>
    private readonly string name = member.Type.Kind == TypeKind.List ? Names.Singular(member.PropertyName) : member.PropertyName;

    private bool IsCluster => member.Name == "cluster" && !isTarget;

    private bool IsText => (member.Type.Kind == TypeKind.List ? member.Type.Element! : member.Type).Kind == TypeKind.String;

    public ParameterSpec Parse(bool isMandatory) =>
        new(name, Help, member, operation, isTarget, isMandatory, Aliases().ToEquatableList(), Identity, member.Completer, Values);

    private string Help => IsCluster
        ? $"The name or ARN of the cluster. Default: {operation.WithoutCluster ?? "the cluster in the ARN, the cluster of the session, or the cluster named default"}."
        : member.Summary;

    private EquatableList<string> Values =>
        model.Enums.FirstOrDefault(values =>
            values.Name == ((member.Type.Element ?? member.Type) is { Kind: TypeKind.Enum, Name: var name }
                ? name
                : null))?.Values ?? new([]);

    /// <summary>
    /// The thing that it names, and that an object of the API can stand for: one that has an ARN. Null for what is a mere text.
    /// </summary>
    private string? Identity =>
        !IsText ? null
        : isTarget || IsCluster || HasMember(Thing + "Arn") ? Thing
        : request.Name.StartsWith("List", StringComparison.Ordinal) && !request.Name.StartsWith("ListDaemon", StringComparison.Ordinal)
            && name is "Family" or "StartedBy" ? (name == "StartedBy" ? "Starter" : name)
        : name.EndsWith("Arn", StringComparison.Ordinal) && model.Structures.Any(structure => structure.Name == WithoutArn) ? WithoutArn
        : null;

    private string WithoutArn => name.Substring(0, name.Length - "Arn".Length);

    /// <summary>The API's plural, and the ARN and name that objects of the API carry, so that they bind from the pipeline.</summary>
    private IEnumerable<string> Aliases()
    {
        if (name != member.PropertyName) yield return member.PropertyName;
        if (!IsText) yield break;
        if (HasMember(Thing + "Arn")) yield return Thing + "Arn";
        if (Thing != name) yield return Thing;
        else if ((isTarget || IsCluster) && HasMember(Thing + "Name")) yield return Thing + "Name";
        if (isTarget && Shown is { } shown && shown != name) yield return shown;
    }

    /// <summary>The name of the resource in the views. A test checks it against the views.</summary>
    private string? Shown => Thing switch
    {
        "CapacityProvider" or "Cluster" or "Daemon" or "Gateway" or "Service" => "Name",
        "DaemonTaskDefinition" or "TaskDefinition" => "Definition",
        "ContainerInstance" or "DaemonDeployment" or "DaemonRevision" or "GatewayRoute" or "ServiceDeployment"
            or "ServiceRevision" or "Task" or "TaskSet" =>
            "Id",
        _ => null,
    };

    /// <summary>Whether objects of the API carry that property, and the request itself has no other use for its name.</summary>
    private bool HasMember(string propertyName) =>
        request.Members.All(m => m.PropertyName != propertyName)
            && model.Structures.Any(s => s.Members.Any(m => m.PropertyName == propertyName));

    /// <summary>The resource that the parameter identifies, without "Name"; for the target of the cmdlet, also without "Arn".</summary>
    private string Thing =>
        name == "Name" ? Named(request.Name)
        : name.EndsWith("Name", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Name".Length)
        : isTarget && name.EndsWith("Arn", StringComparison.Ordinal) ? WithoutArn
        : name;

    /// <summary>The subject of a request: <c>CreateGatewayRequest</c> makes a <c>Gateway</c>.</summary>
    private static string Named(string request) =>
        string.Concat(request.Substring(0, request.Length - "Request".Length).SkipWhile((c, i) => i == 0 || !char.IsUpper(c)));
}
