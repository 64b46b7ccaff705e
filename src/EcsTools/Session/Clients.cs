using System.Collections.Concurrent;
using EcsTools.Model;

namespace EcsTools.Session;

/// <summary>The clients of the process, one for each set of settings. The AWS SDK is loaded when the first is made.</summary>
internal static class Clients
{
    private static readonly Lazy<IEcsClientFactory> LazyFactory = new(ClientLoadContext.LoadFactory);
    private static readonly ConcurrentDictionary<EcsClientSettings, IEcsClient> BySettings = new();

    public static IEcsClientFactory Factory => LazyFactory.Value;

    public static IEcsClient Get(EcsClientSettings settings) => BySettings.GetOrAdd(settings, static s => Factory.Create(s));
}
