namespace EcsTools.Docs;

/// <summary>A link of a page: to another page of the docs, or to an address on the web.</summary>
public sealed record Link(string Words, string Address)
{
    private const string Reference = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/";

    /// <summary>Whether Get-Help -Online can open it.</summary>
    public bool IsOnline => Address.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>
    /// What Get-Help -Online opens, which it offers for every cmdlet: the page of AWS about its main operation, or about all.
    /// </summary>
    public static Link Online(string? operation) =>
        new("Online Version", $"{Reference}{(operation is null ? "Welcome" : $"API_{operation}")}.html");

    /// <summary>The page of AWS about an operation of ECS.</summary>
    public static Link ToOperation(string operation) => new(operation, $"{Reference}API_{operation}.html");

    /// <inheritdoc />
    public override string ToString() => $"[{Words}]({Address})";
}
