using System.Reflection;
using System.Runtime.Loader;
using EcsTools.Model;

namespace EcsTools.Session;

/// <summary>Keeps the AWS SDK apart: whatever release of it another module loaded first, the client gets its own.</summary>
internal sealed class ClientLoadContext() : AssemblyLoadContext("EcsTools.Client")
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(ClientLoadContext).Assembly.Location)!, "client");

    public static Assembly LoadClient() => new ClientLoadContext().LoadFromAssemblyName(new AssemblyName("EcsTools.Client"));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // The model is what both sides share; everything else that lies in the folder is the client's own.
        if (assemblyName.Name == typeof(IEcsClient).Assembly.GetName().Name) return typeof(IEcsClient).Assembly;
        var file = Path.Combine(Folder, assemblyName.Name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
