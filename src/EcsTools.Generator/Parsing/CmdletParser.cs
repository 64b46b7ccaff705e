using System.Collections.Generic;
using System.Linq;
using EcsTools.Generator.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsTools.Generator.Parsing;

/// <summary>Reads what a class that is marked with operations says.</summary>
internal static class CmdletParser
{
    public static MarkedCmdlet Parse(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var declaration = (ClassDeclarationSyntax)context.TargetNode;
        return new(
            type.ContainingNamespace.ToDisplayString(),
            type.Name,
            context.Attributes.Where(IsComplete).Select(ReadOperation).ToEquatableList(),
            DeclaredNames(type).Distinct().ToEquatableList(),
            OverridableRequests(type).ToEquatableList(),
            WaitsUntil(type),
            declaration.Modifiers.Any(SyntaxKind.PartialKeyword),
            LocationSpec.Of(declaration.Identifier));
    }

    /// <summary>Whether the attribute names an operation; otherwise, the compiler reports it.</summary>
    private static bool IsComplete(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value is string;

    private static MarkedOperation ReadOperation(AttributeData attribute)
    {
        var named = attribute.NamedArguments.ToDictionary(a => a.Key, a => a.Value);
        var omit = named.TryGetValue("Omit", out var list) ? list.Values.Select(v => v.Value).OfType<string>().ToEquatableList() : new([]);
        return new(
            (string)attribute.ConstructorArguments[0].Value!,
            Text("Targets") ?? Text("Target"),
            Text("Then"),
            Text("WithoutCluster"),
            Text("Targets") is not null,
            Is("TakesJson"),
            Is("TakesFile"),
            omit);

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
            foreach (var method in current.GetMembers("Fill").OfType<IMethodSymbol>().Where(m => m.IsAbstract))
                yield return method.Parameters[0].Type.Name;
        }
    }

    /// <summary>The condition that the cmdlet can wait for; null if it can't wait.</summary>
    private static string? WaitsUntil(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(a =>
            a.AttributeClass?.Name == "WaitsAttribute")?.ConstructorArguments.FirstOrDefault().Value as string;
}
