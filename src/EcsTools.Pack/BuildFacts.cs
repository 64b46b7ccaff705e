using System.Reflection;

namespace EcsTools.Pack;

/// <summary>The paths that the build of this project wrote into its assembly.</summary>
internal static class BuildFacts
{
    public static string Repository { get; } = Of("Repository");

    /// <summary>The CycloneDX tool.</summary>
    public static string CycloneDX { get; } = Of("CycloneDX");

    /// <summary>The folder of the restored packages.</summary>
    public static string PackageFolder { get; } = Of("PackageFolder");

    private static string Of(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
