using EcsTools.Tests.Cmdlets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsTools.Tests.Architecture;

/// <summary>Lines of code fit on a screen.</summary>
public sealed class LineTests
{
    private const int MaxLength = 140;

    /// <summary>A text as short as this can be moved to the next line.</summary>
    private const int ShortText = 20;

    [Fact]
    public void No_line_of_code_is_too_long()
    {
        var found = Directory.EnumerateFiles(Path.Combine(EcsPrompt.Metadata("Repository"), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(TooLong)
            .ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>The lines that are too long, except those with a text for users, which is one string.</summary>
    private static IEnumerable<string> TooLong(string file)
    {
        var code = File.ReadAllText(file);
        if (!code.Split('\n').Any(line => line.Length > MaxLength)) return [];
        var tree = CSharpSyntaxTree.ParseText(code);
        var texts = tree.GetRoot().DescendantNodes()
            .Where(node => node.IsKind(SyntaxKind.StringLiteralExpression) || node is InterpolatedStringExpressionSyntax)
            .Select(node => node.Span)
            .Where(span => span.Length > ShortText)
            .ToList();
        return tree.GetText().Lines
            .Where(line => line.Span.Length > MaxLength && !texts.Exists(text => line.Span.IntersectsWith(text)))
            .Select(line => $"{file}({line.LineNumber + 1}): {line.Span.Length}");
    }
}
