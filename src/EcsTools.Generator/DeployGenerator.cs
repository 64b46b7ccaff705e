using EcsTools.Generator.Emitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsTools.Generator;

/// <summary>Gives the cmdlets marked with <c>[Deploys]</c> the parameters that change a task definition.</summary>
[Generator]
public sealed class DeployGenerator : IIncrementalGenerator
{
    private const string AttributeName = "EcsTools.Commands.DeploysAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var cmdlets = context.SyntaxProvider.ForAttributeWithMetadataName(
            AttributeName,
            static (node, _) => node is ClassDeclarationSyntax,
            static (syntax, _) => (Namespace: syntax.TargetSymbol.ContainingNamespace.ToDisplayString(), Class: syntax.TargetSymbol.Name));
        context.RegisterSourceOutput(cmdlets, static (output, cmdlet) =>
            output.AddSource($"{cmdlet.Class}.Deploys.g.cs", DeployEmitter.Emit(cmdlet.Namespace, cmdlet.Class)));
    }
}
