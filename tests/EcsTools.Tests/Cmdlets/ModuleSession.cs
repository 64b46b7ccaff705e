using System.Management.Automation.Runspaces;
using System.Reflection;
using EcsTools.Local.Http;

namespace EcsTools.Tests.Cmdlets;

/// <summary>The module's own state of a runspace. The module is only ever imported, so its type is found by name.</summary>
internal static class ModuleSession
{
    private static Type Type => AppDomain.CurrentDomain.GetAssemblies().Single(a => a.GetName().Name == "EcsTools").GetType("EcsTools.Session.EcsSession", throwOnError: true)!;

    /// <summary>The local ECS that the session started.</summary>
    public static EcsLocalServer? Local(Runspace runspace) => Use(runspace, session => (EcsLocalServer?)Type.GetProperty("Local")!.GetValue(session));

    /// <summary>Ends its page and its local ECS, as the end of the module does, and removes its state.</summary>
    public static void End(Runspace runspace) => Use(runspace, session =>
    {
        Type.GetMethod("Show")!.Invoke(session, [null]);
        Type.GetMethod("StopLocal")!.Invoke(session, []);
        var sessions = Type.GetField("ByRunspace", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        return sessions.GetType().GetMethod("Remove", [typeof(Runspace)])!.Invoke(sessions, [runspace]);
    });

    private static T Use<T>(Runspace runspace, Func<object, T> use)
    {
        var before = Runspace.DefaultRunspace;
        try
        {
            Runspace.DefaultRunspace = runspace;
            return use(Type.GetProperty("Current")!.GetValue(null)!);
        }
        finally
        {
            Runspace.DefaultRunspace = before;
        }
    }
}
