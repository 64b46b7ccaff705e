using System.Collections.Generic;
using System.Linq;
using EcsTools.Generator.Specs;

namespace EcsTools.Generator.Emitting;

/// <summary>Writes a parameter: its attributes, its property, and the statement that puts it into a request.</summary>
internal sealed class ParameterEmitter(ParameterSpec parameter)
{
    private const string Engine = "global::System.Management.Automation.", Binding = "global::EcsTools.Binding.";

    private readonly MarkedOperation operation = parameter.Operation;
    private readonly TypeSpec type = parameter.Member.Type;

    /// <summary>The statement that puts the parameter into the request when it was given.</summary>
    public string Fill =>
        parameter.IsCluster ? $"request.Cluster = {(operation.WithoutCluster is null ? "ClusterFor(Cluster, target, request.Cluster)" : "Cluster ?? request.Cluster")};"
        : parameter.IsTarget ? $"request.{parameter.Member.PropertyName} = target ??= request.{parameter.Member.PropertyName};"
        : $"if (IsGiven(\"{parameter.Name}\")) request.{parameter.Member.PropertyName} = {Converted};";

    public void Emit(CodeWriter code)
    {
        code.Summary(parameter.Help);
        foreach (var set in ParameterSets()) code.Line($"[{Engine}Parameter({string.Join(", ", set.Concat(ParameterArguments()))})]");
        if (parameter.Aliases.Count > 0) code.Line($"[{Engine}Alias({string.Join(", ", parameter.Aliases.Select(CodeWriter.Literal))})]");
        foreach (var attribute in Empty().Concat(Attributes())) code.Line($"[{attribute}]");
        code.Line($"public {Type} {parameter.Name} {{ get; set; }}").Line();
    }

    /// <summary>The type of other values than strings, lists, and structures.</summary>
    private string? Scalar => type.Kind switch
    {
        TypeKind.Boolean => $"{Engine}SwitchParameter",
        TypeKind.List or TypeKind.String or TypeKind.Enum or TypeKind.Structure or TypeKind.Map or TypeKind.Document => null,
        _ => type.CSharp,
    };

    private string Type => parameter.IsTarget && operation.TakesMany ? "string[]?" : type.Kind switch
    {
        TypeKind.Boolean => $"{Engine}SwitchParameter",
        TypeKind.List => $"{type.Element!.CSharp}[]?",
        _ => $"{type.CSharp}?", // PowerShell would make a 0 of $null
    };

    private string Converted => type.Kind switch
    {
        TypeKind.Boolean => $"{parameter.Name}.ToBool()",
        TypeKind.List => $"{parameter.Name} is null ? null : new {type.CSharp}({parameter.Name})",
        _ => parameter.Name,
    };

    /// <summary>A parameter is mandatory only if no file contains the request.</summary>
    private IEnumerable<string[]> ParameterSets()
    {
        if (!parameter.IsMandatory || parameter.IsCluster) return [[]]; // the session has a cluster
        if (operation.TakesJson)
            return [
                ["ParameterSetName = \"Parameters\"", "Mandatory = true"], ["ParameterSetName = \"CliInputJson\""],
                ["ParameterSetName = \"Definition\""],
            ];
        if (operation.TakesFile)
            return [["ParameterSetName = \"Parameters\"", "Mandatory = true"], ["ParameterSetName = \"CliInputJson\""]];
        return [["Mandatory = true"]];
    }

    private IEnumerable<string> ParameterArguments()
    {
        if (parameter.IsTarget) yield return "Position = 0";
        if (parameter.Member.Name == operation.Then) yield return "Position = 1";
        // PowerShell reports mandatory parameters that a piped object doesn't have; the error of the cmdlet is better.
        if (!operation.TakesJson && (parameter.IsTarget || (parameter.IsMandatory && !parameter.IsCluster)))
            yield return "ValueFromPipeline = true";
        if (!operation.TakesJson) yield return "ValueFromPipelineByPropertyName = true"; // what is piped there is a description as a whole
        yield return $"HelpMessage = {CodeWriter.Literal(parameter.Help)}";
    }

    private IEnumerable<string> Attributes()
    {
        if (parameter.Identity is { } thing) yield return $"{Binding}Identity(\"{thing}\"{(Type == "string?" ? ", IsSingle = true" : "")})";
        else if (parameter.IsMandatory && Type == "string?") yield return $"{Binding}Scalar(typeof(string))";
        if (parameter.IsTarget && (operation.TakesJson || operation.TakesFile)) yield return $"{Binding}NoFile";
        if (Scalar is { } scalar) yield return $"{Binding}Scalar(typeof({scalar}))";
        if (parameter.Value.Kind == TypeKind.Enum)
            yield return $"{Binding}Values({string.Join(", ", parameter.Values.Select(CodeWriter.Literal))})";
        if (parameter.Value.Kind == TypeKind.Structure)
            yield return $"{Binding}Structure(typeof({parameter.Value.CSharp}), \"{parameter.Member.Name}\"{(parameter.IsList ? ", IsList = true" : "")})";
        if (type.Kind == TypeKind.Map) yield return $"{Binding}Map(\"{parameter.Member.Name}\")";
        if (Completer is { } completer) yield return $"{Engine}ArgumentCompleter(typeof(global::EcsTools.Completion.{completer}Completer))";
    }

    /// <summary>For a text that nothing completes one that offers nothing, because PowerShell would offer file names.</summary>
    private string? Completer =>
        parameter.Completer ?? (parameter.Value.Kind == TypeKind.Enum ? "Values" : parameter.IsText ? "Nothing" : null);

    /// <summary>
    /// The empty values that mean something: what a change sets can be set to nothing, which removes what was there. A name, a filter or a
    /// cluster cannot be empty. PowerShell lets all that is mandatory be empty, so that the cmdlet reports it.
    /// </summary>
    private IEnumerable<string> Empty()
    {
        const string allow = $"{Engine}AllowEmpty", allowNull = $"{Engine}AllowNull";
        var isSet = operation.Changes && !parameter.IsTarget && !parameter.IsCluster;
        if (parameter.IsMandatory && !parameter.IsCluster && Scalar is null)
        {
            yield return allowNull;
            yield return $"{allow}String";
            yield return $"{allow}Collection";
            if (isSet && parameter.IsList) yield return $"{Binding}MayBeEmpty";
        }
        else if (isSet)
        {
            if (parameter.IsList) yield return $"{allow}Collection";
            if (type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Structure) yield return allowNull;
            if (parameter.Identity is null && type.Kind == TypeKind.String) yield return $"{allow}String";
        }
    }
}
