using System.Runtime.CompilerServices;

namespace EcsTools.Tests.Formatting;

/// <summary>Files with the expected displays. ECSTOOLS_UPDATE_GOLDEN=1 writes them again; read them before you commit them.</summary>
internal static class Golden
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "Golden");

    public static void Holds(string name, string actual)
    {
        var path = Path.Combine(Folder, name + ".txt");
        var readable = string.Join('\n', actual.Replace('\u001b', '␛').Split('\n').Select(line => line.TrimEnd()));
        if (Environment.GetEnvironmentVariable("ECSTOOLS_UPDATE_GOLDEN") == "1") File.WriteAllText(path, readable);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), readable);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
