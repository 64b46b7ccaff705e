namespace EcsTools.Local.Http;

/// <summary>The scope in a request's signature. The local ECS doesn't verify it, because it has no secrets.</summary>
internal static class SignatureScope
{
    private const int AccountDigits = 12;

    /// <summary>
    /// Account and region of a request, by <c>Credential=KEY/DATE/REGION/ecs/aws4_request</c> in its Authorization header.
    /// </summary>
    public static (string Account, string Region) Read(string? authorization, EcsLocalOptions options)
    {
        var scope = Credential(authorization).Split('/');
        var account = scope[0].Length == AccountDigits && scope[0].All(char.IsAsciiDigit) ? scope[0] : options.Account;
        return (account, scope.Length == 5 && scope[2].Length > 0 ? scope[2] : options.Region);
    }

    private static string Credential(string? authorization)
    {
        const string name = "Credential=";
        var start = authorization?.IndexOf(name, StringComparison.Ordinal) ?? -1;
        if (start < 0) return "";
        var rest = authorization![(start + name.Length)..];
        var end = rest.IndexOfAny([',', ' ']);
        return end < 0 ? rest : rest[..end];
    }
}
