using System.Reflection;

namespace EcsTools.Docs;

/// <summary>The files and folders, as the build wrote them into this assembly.</summary>
internal static class Paths
{
    public static string Repository { get; } = Path.GetFullPath(Metadata("Repository"));

    public static string Module { get; } = Metadata("ModuleFolder");

    public static string Docs { get; } = Path.Combine(Repository, "docs");

    /// <summary>The pages of the cmdlets.</summary>
    public static string Pages { get; } = Path.Combine(Docs, "cmdlets");

    /// <summary>The about_ topics.</summary>
    public static string Topics { get; } = Path.Combine(Docs, "about");

    public static string Help { get; } = Path.Combine(Repository, "en-US");

    /// <summary>The state that every page's examples begin with.</summary>
    public static string World { get; } = Path.Combine(Docs, "examples", "shop.ps1");

    /// <summary>The XML documentation of the module's assemblies.</summary>
    public static IReadOnlyList<string> XmlDocs { get; } = Directory.GetFiles(Metadata("XmlDocs"), "EcsTools*.xml");

    private static string Metadata(string key) =>
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
