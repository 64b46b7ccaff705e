namespace EcsTools.Model;

public sealed partial class Failure
{
    /// <summary>Why, and what failed: <c>MISSING arn:aws:ecs:…</c>, with the detail that ECS gives.</summary>
    public override string ToString() => $"{Reason} {Arn}{(string.IsNullOrEmpty(Detail) ? "" : $" ({Detail})")}";
}
