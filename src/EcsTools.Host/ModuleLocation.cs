namespace EcsTools.Host;

/// <summary>Finds the EcsTools module: where <c>ECSTOOLS_MODULE</c> says, else beside the host, else where the build laid it out.</summary>
internal static class ModuleLocation
{
    private const string Manifest = "EcsTools.psd1";

    public static string Find() => Candidates().FirstOrDefault(File.Exists)
        ?? throw new CannotStartException(
            ExitCode.Failure,
            $"The EcsTools module was not found. Looked for:\n  {string.Join("\n  ", Candidates())}\n"
            + "Build it with 'dotnet build', or set ECSTOOLS_MODULE to the path of its EcsTools.psd1.");

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("ECSTOOLS_MODULE") is { Length: > 0 } chosen)
            return [Path.GetFullPath(chosen)];

        return Ancestors(AppContext.BaseDirectory)
            .Select(folder => Path.Combine(folder, "out", "EcsTools", Manifest))
            .Prepend(Path.Combine(AppContext.BaseDirectory, "EcsTools", Manifest));
    }

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
