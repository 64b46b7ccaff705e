namespace EcsTools.Client;

/// <summary>
/// How many retries an endpoint is worth: while it fails all the time, they would only add to its load. The numbers are those of all AWS
/// SDKs.
/// </summary>
internal sealed class RetryBudget
{
    private const int Full = 500, CostOfRetry = 5, CostOfTimeout = 10, GainOfCall = 1;

    private readonly object gate = new();
    private int left = Full;

    /// <summary>Takes what a retry costs.</summary>
    /// <returns>The cost, to give back when the retry succeeds; 0 if too little is left.</returns>
    public int Take(bool isTimeout)
    {
        var cost = isTimeout ? CostOfTimeout : CostOfRetry;
        lock (gate)
        {
            if (left < cost) return 0;
            left -= cost;
            return cost;
        }
    }

    /// <summary>A call has succeeded.</summary>
    /// <param name="cost">The cost of its last retry; 0 if there was none.</param>
    public void Give(int cost)
    {
        lock (gate) left = Math.Min(Full, left + Math.Max(cost, GainOfCall));
    }
}
