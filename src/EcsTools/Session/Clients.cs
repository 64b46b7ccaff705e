using System.Reflection;
using EcsTools.Model;

namespace EcsTools.Session;

/// <summary>The source of clients. The AWS SDK is loaded when the first client is created.</summary>
/// <remarks>
/// A client is made for each command: it is cheap, and reads the environment and the AWS configuration files as they are then.
/// </remarks>
internal static class Clients
{
    private static readonly Lazy<Assembly> Client = new(ClientLoadContext.LoadClient);

    private static readonly Lazy<IEcsClientFactory> LazyFactory = new(() => Make<IEcsClientFactory>("EcsClientFactory"));

    /// <summary>The one factory: it keeps what signing in to roles and to SSO gave.</summary>
    public static IEcsClientFactory Factory => LazyFactory.Value;

    /// <summary>The YAML reader. Its library is loaded when the first YAML file is read.</summary>
    public static IYamlReader Yaml => Make<IYamlReader>("YamlReader");

    /// <summary>
    /// Loads the SDK and warms it up on another thread. A session's first command then need not wait for all of it: it has parameters to
    /// bind and settings to look for.
    /// </summary>
    public static void WarmUp() => _ = Task.Run(() => Factory.WarmUpAsync());

    private static T Make<T>(string type) =>
        (T)Activator.CreateInstance(Client.Value.GetType($"EcsTools.Client.{type}", throwOnError: true)!)!;
}
