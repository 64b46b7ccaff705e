using System.Reflection;
using System.Reflection.Emit;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A binary module without a single cmdlet, in a folder of its own.</summary>
internal sealed class EmptyModule : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-empty-");

    public EmptyModule()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Empty"), typeof(object).Assembly);
        assembly.DefineDynamicModule("Empty");
        assembly.Save(Path.Combine(folder.FullName, "Empty.dll"));
        File.WriteAllText(Manifest, "@{ RootModule = 'Empty.dll'; ModuleVersion = '1.0.0'; GUID = 'f0f6d0b8-5a3a-4d5e-9b0e-0d5f3c1c7a11'; CmdletsToExport = @() }");
    }

    public string Manifest => Path.Combine(folder.FullName, "Empty.psd1");

    public void Dispose() => folder.Delete(recursive: true);
}
