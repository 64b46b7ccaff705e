using System.Collections.Generic;
using System.Linq;
using EcsTools.Generator.Emit;
using EcsTools.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsTools.Generator;

/// <summary>Gives the cmdlets marked with <c>[Operation]</c> the parameters of their operations.</summary>
[Generator]
public sealed class CmdletGenerator : IIncrementalGenerator
{
    private const string AttributeName = "EcsTools.Commands.OperationAttribute";
    private const string WaitsAttributeName = "WaitsAttribute";

    private static readonly DiagnosticDescriptor UnknownOperation = new(
        "ECS002", "No such operation", "'{0}' is marked with the operation '{1}', which the API model does not have{2}", "EcsTools", DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor UnknownMember = new(
        "ECS003", "No such member", "'{0}': the request of {1} has no member '{2}'{3}", "EcsTools", DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor NotPartial = new(
        "ECS004", "The cmdlet must be partial", "'{0}' has generated parameters, so that it must be declared partial", "EcsTools", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var cmdlets = context.SyntaxProvider.ForAttributeWithMetadataName(
            AttributeName, static (node, _) => node is ClassDeclarationSyntax, static (syntax, _) => Read(syntax));
        context.RegisterSourceOutput(cmdlets.Combine(ModelFiles.From(context)), static (output, pair) => Emit(output, pair.Left, pair.Right));
    }

    private static CmdletTarget Read(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var declaration = (ClassDeclarationSyntax)context.TargetNode;
        return new CmdletTarget(
            type.ContainingNamespace.ToDisplayString(),
            type.Name,
            new([.. context.Attributes.Where(IsComplete).Select(ReadOperation)]),
            new([.. DeclaredNames(type).Distinct()]),
            new([.. OverridableRequests(type)]),
            WaitsUntil(type),
            declaration.Modifiers.Any(SyntaxKind.PartialKeyword),
            LocationInfo.Of(declaration.Identifier));
    }

    /// <summary>Whether the attribute names an operation; otherwise, the compiler reports it.</summary>
    private static bool IsComplete(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value is string;

    private static CmdletOperation ReadOperation(AttributeData attribute)
    {
        var named = attribute.NamedArguments.ToDictionary(a => a.Key, a => a.Value);
        var omit = named.TryGetValue("Omit", out var list) ? list.Values.Select(v => v.Value).OfType<string>().ToList() : [];
        return new CmdletOperation((string)attribute.ConstructorArguments[0].Value!, Text("Targets") ?? Text("Target"), Text("Then"), Text("WithoutCluster"), Text("Targets") is not null, Is("TakesJson"), Is("TakesFile"), new(omit));

        bool Is(string name) => named.TryGetValue(name, out var value) && value.Value is true;

        string? Text(string name) => named.TryGetValue(name, out var value) ? (string?)value.Value : null;
    }

    /// <summary>The parameters that the class and its bases declare themselves, with their aliases.</summary>
    private static IEnumerable<string> DeclaredNames(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.DeclaredAccessibility == Accessibility.Public) yield return property.Name;
                foreach (var alias in property.GetAttributes().Where(a => a.AttributeClass?.Name == "AliasAttribute"))
                {
                    foreach (var name in alias.ConstructorArguments.SelectMany(a => a.Values)) yield return (string)name.Value!;
                }
            }
        }
    }

    private static IEnumerable<string> OverridableRequests(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            foreach (var method in current.GetMembers("Fill").OfType<IMethodSymbol>().Where(m => m.IsAbstract)) yield return method.Parameters[0].Type.Name;
        }
    }

    /// <summary>The condition that the cmdlet can wait for; null if it can't wait.</summary>
    private static string? WaitsUntil(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == WaitsAttributeName)?.ConstructorArguments.FirstOrDefault().Value as string;

    private static void Emit(SourceProductionContext output, CmdletTarget target, ModelFiles files)
    {
        if (files.Model.Operations.Count == 0) return; // the model project reports the errors of the model
        var problems = Check(target, files).ToList();
        foreach (var problem in problems) output.ReportDiagnostic(problem);
        if (problems.Count == 0) output.AddSource($"{target.Class}.g.cs", new CmdletEmitter(target, files.Model, files.Docs).Emit());
    }

    private static IEnumerable<Diagnostic> Check(CmdletTarget target, ModelFiles files)
    {
        var location = target.Location.ToLocation();
        if (!target.IsPartial) yield return Diagnostic.Create(NotPartial, location, target.Class);
        foreach (var operation in target.Operations)
        {
            if (!files.Model.Operations.TryGetValue(operation.Name, out var known))
            {
                yield return Diagnostic.Create(UnknownOperation, location, target.Class, operation.Name, Spelling.Hint(operation.Name, files.Model.Operations.Keys));
                continue;
            }

            var members = files.Model.Structures[known.Input].Members.Select(m => m.Name).ToList();
            foreach (var name in operation.Omit.Append(operation.Target).Append(operation.Then).OfType<string>().Except(members))
                yield return Diagnostic.Create(UnknownMember, location, target.Class, operation.Name, name, Spelling.Hint(name, members));
        }
    }
}
