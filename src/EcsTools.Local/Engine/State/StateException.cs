namespace EcsTools.Local.Engine.State;

/// <summary>A document that isn't a state of the local ECS.</summary>
internal sealed class StateException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <exception cref="StateException">It does not hold.</exception>
    public static void Unless(bool holds, string message)
    {
        if (!holds) throw new StateException(message);
    }

    /// <summary>An item in an index must have the name by which it's found.</summary>
    /// <exception cref="StateException">It bears another.</exception>
    public static void UnlessSame(string key, string name, string title) => Unless(key == name, $"{title} has the key {key}");
}
