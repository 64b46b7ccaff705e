using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.ProjectModel;

namespace EcsTools.Pack;

/// <summary>A third-party package in the module, with the license from its metadata.</summary>
/// <param name="Id">The name on NuGet.</param>
/// <param name="Version">The version.</param>
/// <param name="Sha512">The hash of the package, in hex.</param>
/// <param name="License">The license, as an SPDX expression.</param>
/// <param name="Authors">The authors.</param>
/// <param name="Copyright">Its line of copyright, where it has one.</param>
/// <param name="Project">The project's address.</param>
/// <param name="Notices">Its own third-party notices; null if it has no such file.</param>
internal sealed record Component(string Id, string Version, string Sha512, string License, string Authors, string Copyright, string Project, string? Notices)
{
    private static readonly string Installed = SettingsUtility.GetGlobalPackagesFolder(Settings.LoadDefaultSettings(null));

    /// <summary>The packages of lock files whose assemblies are among these.</summary>
    public static List<Component> Of(IEnumerable<string> lockFiles, IReadOnlySet<string> assemblies) => [.. lockFiles
        .SelectMany(file => PackagesLockFileFormat.Read(file).Targets)
        .SelectMany(target => target.Dependencies)
        .Where(dependency => dependency.Type != PackageDependencyType.Project && assemblies.Contains(dependency.Id))
        .DistinctBy(dependency => (dependency.Id, dependency.ResolvedVersion))
        .OrderBy(dependency => dependency.Id, StringComparer.Ordinal)
        .Select(Read)];

    private static Component Read(LockFileDependency dependency)
    {
        var version = dependency.ResolvedVersion.ToNormalizedString();
        var folder = Path.Combine(Installed, dependency.Id.ToLowerInvariant(), version.ToLowerInvariant());
        var about = new NuspecReader(Path.Combine(folder, $"{dependency.Id.ToLowerInvariant()}.nuspec"));
        var license = about.GetLicenseMetadata()?.License ?? throw new FormatException($"{dependency.Id} {version} names no license.");
        var notices = Directory.GetFiles(folder, "THIRD-PARTY-NOTICES*").Select(File.ReadAllText).SingleOrDefault();
        return new(
            dependency.Id, version, Convert.ToHexStringLower(Convert.FromBase64String(dependency.ContentHash)), license, about.GetAuthors(), about.GetCopyright(), about.GetProjectUrl(), notices);
    }
}
