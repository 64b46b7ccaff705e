namespace EcsTools.Model;

public sealed partial class ServiceEvent
{
    /// <summary>When it happened, in local time, and what: <c>12:03:04 (service web) has reached a steady state.</c></summary>
    public override string ToString() => $"{CreatedAt:HH:mm:ss} {Message}";
}
