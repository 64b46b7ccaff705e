using System.Management.Automation.Language;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Docs;

/// <summary>The cmdlets that the manifest exports.</summary>
internal static class Exports
{
    public static IReadOnlyList<string> Cmdlets { get; } = Read();

    private static List<string> Read()
    {
        var manifest = (HashtableAst)Parser.ParseFile(EcsPrompt.ModulePath, out _, out _).Find(ast => ast is HashtableAst, searchNestedScriptBlocks: true);
        var value = manifest.KeyValuePairs.Single(pair => pair.Item1.SafeGetValue() is "CmdletsToExport").Item2;
        return [.. ((object[])((PipelineAst)value).PipelineElements[0] is CommandExpressionAst { Expression: var list } ? (object[])list.SafeGetValue() : []).Cast<string>()];
    }
}
