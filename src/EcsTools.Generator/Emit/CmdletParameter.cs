using System.Collections.Generic;
using System.Linq;
using EcsTools.Generator.Api;

namespace EcsTools.Generator.Emit;

/// <summary>A parameter made from a member of a request: its name, type, aliases and attributes.</summary>
internal sealed class CmdletParameter(ApiStructure request, ApiMember member, CmdletOperation operation, bool isMandatory, ApiModel model, ApiDocs docs)
{
    private readonly bool isTarget = member.Name == operation.Target;

    /// <summary>The API's name in the singular, as PowerShell names parameters that take several.</summary>
    public string Name { get; } = member.Type.Kind == ApiKind.List ? Names.Singular(member.PropertyName) : member.PropertyName;

    public bool IsTarget => isTarget;

    public bool IsCluster => member.Name == "cluster" && !isTarget;

    public void Emit(CodeWriter code, ISet<string> taken)
    {
        var help = IsCluster ? $"The name or ARN of the cluster. Default: {operation.WithoutCluster ?? "the cluster in the ARN, the cluster of the session, or the cluster named default"}." : docs.Member(request.Name, member.Name);
        code.Summary(help);
        foreach (var set in ParameterSets()) code.Line($"[global::System.Management.Automation.Parameter({string.Join(", ", set.Concat(ParameterArguments(help)))})]");
        var aliases = Aliases().Where(a => taken.Add(a.ToLowerInvariant())).ToList();
        if (aliases.Count > 0) code.Line($"[global::System.Management.Automation.Alias({string.Join(", ", aliases.Select(CodeWriter.Literal))})]");
        foreach (var attribute in Attributes()) code.Line($"[{attribute}]");
        code.Line($"public {Type} {Name} {{ get; set; }}").Line();
    }

    /// <summary>The thing that it names, and that an object of the API can stand for: one that has an ARN. Null for what is a mere text.</summary>
    private string? Reference =>
        !IsText ? null
        : isTarget || IsCluster || HasMember(Thing + "Arn") ? Thing
        : request.Name.StartsWith("List", System.StringComparison.Ordinal) && !request.Name.StartsWith("ListDaemon", System.StringComparison.Ordinal) && Name is "Family" or "StartedBy" ? (Name == "StartedBy" ? "Starter" : Name)
        : Name.EndsWith("Arn", System.StringComparison.Ordinal) && model.Structures.ContainsKey(WithoutArn) ? WithoutArn
        : null;

    /// <summary>The type of other values than strings, lists, and structures.</summary>
    private string? Scalar => member.Type.Kind switch
    {
        ApiKind.Boolean => "global::System.Management.Automation.SwitchParameter",
        ApiKind.List or ApiKind.String or ApiKind.Enum or ApiKind.Structure or ApiKind.Map or ApiKind.Document => null,
        _ => member.Type.CSharp.TrimEnd('?'),
    };

    private string WithoutArn => Name.Substring(0, Name.Length - "Arn".Length);

    private bool IsText => Value.Kind == ApiKind.String;

    /// <summary>The statement that puts the parameter into the request when it was given.</summary>
    public string Fill =>
        IsCluster ? $"request.Cluster = {(operation.WithoutCluster is null ? "ClusterFor(Cluster, target, request.Cluster)" : "Cluster ?? request.Cluster")};"
        : isTarget ? $"request.{member.PropertyName} = target ??= request.{member.PropertyName};"
        : $"if (IsGiven(\"{Name}\")) request.{member.PropertyName} = {Converted};";

    /// <summary>The type of one value of the parameter.</summary>
    private ApiType Value => member.Type.Kind == ApiKind.List ? member.Type.Element! : member.Type;

    private string Type => isTarget && operation.TakesMany ? "string[]?" : member.Type.Kind switch
    {
        ApiKind.Boolean => "global::System.Management.Automation.SwitchParameter",
        ApiKind.List => $"{member.Type.Element!.CSharp}[]?",
        _ => $"{member.Type.CSharp}?", // PowerShell would make a 0 of $null
    };

    private string Converted => member.Type.Kind switch
    {
        ApiKind.Boolean => $"{Name}.ToBool()",
        ApiKind.List => $"{Name} is null ? null : new {member.Type.CSharp}({Name})",
        _ => Name,
    };

    /// <summary>A parameter is mandatory only if no file contains the request.</summary>
    private IEnumerable<string[]> ParameterSets()
    {
        if (!isMandatory || IsCluster) return [[]]; // the session has a cluster
        if (operation.TakesJson) return [["ParameterSetName = \"Parameters\"", "Mandatory = true"], ["ParameterSetName = \"CliInputJson\""], ["ParameterSetName = \"Definition\""]];
        if (operation.TakesFile) return [["ParameterSetName = \"Parameters\"", "Mandatory = true"], ["ParameterSetName = \"CliInputJson\""]];
        return [["Mandatory = true"]];
    }

    private IEnumerable<string> ParameterArguments(string help)
    {
        if (isTarget) yield return "Position = 0";
        if (member.Name == operation.Then) yield return "Position = 1";
        // PowerShell reports mandatory parameters that a piped object doesn't have; the error of the cmdlet is better.
        if (!operation.TakesJson && (isTarget || (isMandatory && !IsCluster))) yield return "ValueFromPipeline = true";
        if (!operation.TakesJson) yield return "ValueFromPipelineByPropertyName = true"; // what is piped there is a description as a whole
        yield return $"HelpMessage = {CodeWriter.Literal(help)}";
    }

    /// <summary>The API's plural, and the ARN and name that objects of the API carry, so that they bind from the pipeline.</summary>
    private IEnumerable<string> Aliases()
    {
        if (Name != member.PropertyName) yield return member.PropertyName;
        if (!IsText) yield break;
        if (HasMember(Thing + "Arn")) yield return Thing + "Arn";
        if (Thing != Name) yield return Thing;
        else if ((isTarget || IsCluster) && HasMember(Thing + "Name")) yield return Thing + "Name";
        if (isTarget && Shown is { } shown && shown != Name) yield return shown;
    }

    /// <summary>The name of the resource in the views. A test checks it against the views.</summary>
    private string? Shown => Thing switch
    {
        "CapacityProvider" or "Cluster" or "Daemon" or "Gateway" or "Service" => "Name",
        "DaemonTaskDefinition" or "TaskDefinition" => "Definition",
        "ContainerInstance" or "DaemonDeployment" or "DaemonRevision" or "GatewayRoute" or "ServiceDeployment" or "ServiceRevision" or "Task" or "TaskSet" => "Id",
        _ => null,
    };

    private bool HasMember(string propertyName) =>
        request.Members.All(m => m.PropertyName != propertyName) && model.Structures.Values.Any(s => s.Members.Any(m => m.PropertyName == propertyName));

    private IEnumerable<string> Attributes()
    {
        foreach (var empty in Empty()) yield return $"global::{empty}";
        if (Reference is { } thing) yield return $"global::EcsTools.Binding.Identity(\"{thing}\"{(Type == "string?" ? ", IsSingle = true" : "")})";
        else if (isMandatory && Type == "string?") yield return "global::EcsTools.Binding.Scalar(typeof(string))";
        if (isTarget && (operation.TakesJson || operation.TakesFile)) yield return "global::EcsTools.Binding.NoFile";
        if (Scalar is { } scalar) yield return $"global::EcsTools.Binding.Scalar(typeof({scalar}))";
        if (Value.Kind == ApiKind.Enum) yield return $"global::EcsTools.Binding.Values({string.Join(", ", model.Enums[Value.Name!].Select(CodeWriter.Literal))})";
        if (Value.Kind == ApiKind.Enum) yield return "global::System.Management.Automation.ArgumentCompleter(typeof(global::EcsTools.Completion.ValuesCompleter))";
        if (Value.Kind == ApiKind.Structure) yield return $"global::EcsTools.Binding.Structure(typeof({Value.CSharp}), \"{member.Name}\"{(member.Type.Kind == ApiKind.List ? ", IsList = true" : "")})";
        if (member.Type.Kind == ApiKind.Map) yield return $"global::EcsTools.Binding.Map(\"{member.Name}\")";
        if ((Completer() ?? (IsText ? "NothingCompleter" : null)) is { } completer) yield return $"global::System.Management.Automation.ArgumentCompleter(typeof(global::EcsTools.Completion.{completer}))";
    }

    /// <summary>
    /// The empty values that mean something: what a change sets can be set to nothing, which removes what was there. A name, a filter or a cluster cannot be
    /// empty. PowerShell lets all that is mandatory be empty, so that the cmdlet reports it.
    /// </summary>
    private IEnumerable<string> Empty()
    {
        const string allow = "System.Management.Automation.AllowEmpty", allowNull = "System.Management.Automation.AllowNull";
        var isSet = operation.Changes && !isTarget && !IsCluster;
        if (isMandatory && !IsCluster && Scalar is null)
        {
            yield return allowNull;
            yield return $"{allow}String";
            yield return $"{allow}Collection";
            if (isSet && member.Type.Kind == ApiKind.List) yield return "EcsTools.Binding.MayBeEmpty";
        }
        else if (isSet)
        {
            if (member.Type.Kind == ApiKind.List) yield return $"{allow}Collection";
            if (member.Type.Kind is ApiKind.List or ApiKind.Map or ApiKind.Structure) yield return allowNull;
            if (IsText && Reference is null && member.Type.Kind == ApiKind.String) yield return $"{allow}String";
        }
    }

    /// <summary>The resource that the parameter identifies, without "Name"; for the target of the cmdlet, also without "Arn".</summary>
    private string Thing =>
        Name == "Name" ? Named(request.Name)
        : Name.EndsWith("Name", System.StringComparison.Ordinal) ? Name.Substring(0, Name.Length - 4)
        : isTarget && Name.EndsWith("Arn", System.StringComparison.Ordinal) ? WithoutArn
        : Name;

    /// <summary>The subject of a request: <c>CreateGatewayRequest</c> makes a <c>Gateway</c>.</summary>
    private static string Named(string request) => string.Concat(request.Substring(0, request.Length - "Request".Length).SkipWhile((c, i) => i == 0 || !char.IsUpper(c)));

    /// <summary>The completer of live names for the resources that the API identifies by name or ARN.</summary>
    private string? Completer() => Referred switch
    {
        _ when request.Name == $"Create{Thing}Request" => null, // a new thing has a name of its own
        "Service" when request.Name.Contains("ExpressGatewayService") => "ExpressServiceCompleter",
        "CapacityProviderStrategy" or "DefaultCapacityProviderStrategy" => "CapacityProviderCompleter", // its name alone makes an item
        "FamilyPrefix" => "FamilyCompleter",
        "HookId" => "HookCompleter",
        "PrimaryTaskSet" => "TaskSetCompleter",
        "AttributeValue" or "CapacityProvider" or "Cluster" or "Container" or "ContainerInstance" or "Daemon" or "DaemonTaskDefinition" or "Family"
            or "Gateway" or "Service" or "ServiceDeployment" or "Task" or "TaskDefinition" or "TaskSet" => $"{Referred}Completer",
        "Resource" when Name == "ResourceArn" => "ResourceArnCompleter",
        _ => null,
    };

    /// <summary>The resource to which the parameter refers, by name, ID, or ARN.</summary>
    private string Referred => Thing.EndsWith("Arn", System.StringComparison.Ordinal) ? Thing.Substring(0, Thing.Length - 3) : Thing;
}
