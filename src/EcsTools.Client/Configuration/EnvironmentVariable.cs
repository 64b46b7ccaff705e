namespace EcsTools.Client;

/// <summary>The environment variables of the AWS SDKs. They are read at each use, because people change them in a session.</summary>
internal static class EnvironmentVariable
{
    /// <summary>The value as it is; null if the variable is missing or empty.</summary>
    public static string? Of(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>The value without spaces around it; null if nothing is left.</summary>
    public static string? Trimmed(string name) => Of(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
