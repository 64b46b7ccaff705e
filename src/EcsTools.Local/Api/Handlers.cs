using System.Collections.Concurrent;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>The handlers of the operations. A handler is found by its type: the name of the operation and "Handler".</summary>
internal static class Handlers
{
    private static readonly Dictionary<string, Type> Types = typeof(Handler).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Handler)) && !type.IsAbstract)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Handler> ByTarget = new(StringComparer.Ordinal);

    /// <summary>The handler of an operation of ECS.</summary>
    public static Handler? Find(string operation) => FindTarget($"{Operations.Service.TargetPrefix}.{operation}");

    /// <summary>The handler of what the header X-Amz-Target names, an operation of ECS or of another service.</summary>
    public static Handler? FindTarget(string target) => ByTarget.TryGetValue(target, out var handler) ? handler : Create(target);

    // Only targets that exist are kept, because callers can name any number of others.
    private static Handler? Create(string target)
    {
        if (!Types.TryGetValue($"{target[(target.LastIndexOf('.') + 1)..]}Handler", out var type)) return null;
        var handler = (Handler)Activator.CreateInstance(type)!;
        return target == $"{handler.Operation.Service.TargetPrefix}.{handler.Operation.Name}" ? ByTarget.GetOrAdd(target, handler) : null;
    }
}
