using System.Reflection;
using System.Reflection.Emit;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A binary module without a single cmdlet, in a folder of its own.</summary>
internal sealed class EmptyModule : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-empty-");

    private readonly string name;

    public EmptyModule(string name)
    {
        this.name = name;
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        assembly.DefineDynamicModule(name);
        assembly.Save(Path.Combine(folder.FullName, $"{name}.dll"));
        File.WriteAllText(Manifest, $"@{{ RootModule = '{name}.dll'; ModuleVersion = '1.0.0'; GUID = '{Guid.NewGuid()}'; CmdletsToExport = @() }}");
    }

    public string Manifest => Path.Combine(folder.FullName, $"{name}.psd1");

    public void Dispose() => folder.Delete(recursive: true);
}
