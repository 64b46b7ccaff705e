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
        return [.. ((object[])manifest.KeyValuePairs.Single(pair => pair.Item1.SafeGetValue() is "CmdletsToExport").Item2.Find(ast => ast is ArrayLiteralAst, searchNestedScriptBlocks: false).SafeGetValue()).Cast<string>()];
    }
}
