using EcsTools.Generator.Emitting;
using EcsTools.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsTools.Generator;

/// <summary>Gives the cmdlets marked with <c>[Operation]</c> the parameters of their operations.</summary>
[Generator]
public sealed class CmdletGenerator : IIncrementalGenerator
{
    private const string AttributeName = "EcsTools.Commands.OperationAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var marked = context.SyntaxProvider.ForAttributeWithMetadataName(
            AttributeName, static (node, _) => node is ClassDeclarationSyntax, static (syntax, _) => CmdletParser.Parse(syntax));
        var cmdlets = marked.Combine(ModelFiles.OfEcs(context))
            .Where(static pair => pair.Right.Operations.Count > 0) // the model project reports the errors of the model
            .Select(static (pair, _) => CmdletResolver.Resolve(pair.Left, pair.Right));
        context.RegisterSourceOutput(cmdlets, static (output, cmdlet) =>
        {
            foreach (var problem in cmdlet.Problems) output.ReportDiagnostic(problem.ToDiagnostic());
            if (cmdlet.Problems.Count == 0) output.AddSource($"{cmdlet.Class}.g.cs", new CmdletEmitter(cmdlet).Emit());
        });
    }
}
