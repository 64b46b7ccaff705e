namespace EcsTools.Capacity;

/// <summary>How much there is of a resource, and how much of it no task has reserved.</summary>
/// <param name="Registered">The total.</param>
/// <param name="Free">The free part.</param>
public readonly record struct CapacityAmount(int Registered, int Free)
{
    /// <summary>The amount that tasks have reserved.</summary>
    public int Used => Registered - Free;

    /// <summary>The amount that tasks have reserved, in whole percent of the total; 0 if the total is 0.</summary>
    public int PercentUsed => Registered == 0 ? 0 : (int)(100L * Used / Registered);

    /// <summary><c>1536 of 4096 free</c>.</summary>
    public override string ToString() => $"{Free} of {Registered} free";
}
