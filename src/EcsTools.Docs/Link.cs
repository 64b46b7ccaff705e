namespace EcsTools.Docs;

/// <summary>What a page leads to: another page beside it, or an address on the web.</summary>
public sealed record Link(string Words, string Address)
{
    /// <summary>Whether Get-Help -Online can open it.</summary>
    public bool IsOnline => Address.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>The page of AWS about an operation of ECS.</summary>
    public static Link ToOperation(string operation) => new(operation, $"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_{operation}.html");

    /// <inheritdoc />
    public override string ToString() => $"[{Words}]({Address})";
}
