namespace EcsTools.Model;

/// <summary>The operations of the ECS API, one property each.</summary>
public static partial class Operations
{
    private static readonly Lazy<Dictionary<string, Operation>> ByName = new(Index);

    /// <summary>The operation of that wire name; null when the API has none.</summary>
    public static Operation? Find(string name) => ByName.Value.GetValueOrDefault(name);

    private static Dictionary<string, Operation> Index() => All.ToDictionary(o => o.Name, StringComparer.Ordinal);
}
