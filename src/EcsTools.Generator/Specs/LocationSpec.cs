using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EcsTools.Generator.Specs;

/// <summary>A place in a file. A location of the compiler holds the syntax tree that it's in, so it differs after each edit.</summary>
internal sealed record LocationSpec(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationSpec Of(SyntaxToken token) =>
        new(token.SyntaxTree!.FilePath, token.Span, token.SyntaxTree.GetLineSpan(token.Span).Span);

    public static LocationSpec Of(string path, SourceText text, int position)
    {
        var span = new TextSpan(position, 0);
        return new(path, span, text.Lines.GetLinePositionSpan(span));
    }

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
