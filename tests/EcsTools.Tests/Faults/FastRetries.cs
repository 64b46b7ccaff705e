using System.Reflection;

namespace EcsTools.Tests.Faults;

/// <summary>Lets the module's clients pause for a millisecond at most between two attempts, so that tests of many faults take no time.</summary>
internal static class FastRetries
{
    public static void Use()
    {
        var factory = AppDomain.CurrentDomain.GetAssemblies().Single(a => a.GetName().Name == "EcsTools").GetType("EcsTools.Session.Clients", throwOnError: true)!
            .GetProperty("Factory")!.GetValue(null)!;
        var transport = factory.GetType().GetProperty("Transport", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(factory)!;
        transport.GetType().GetField("<MaxBackoff>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(transport, TimeSpan.FromMilliseconds(1));
    }
}
