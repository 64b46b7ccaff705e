using System;
using System.Linq;
using System.Text;

namespace EcsTools.Generator.Specs;

/// <summary>From the API's spelling to C#'s and PowerShell's.</summary>
internal static class Names
{
    /// <summary><c>serviceName</c> to <c>ServiceName</c>.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>
    /// An enum's value to the name of a constant: <c>FARGATE_SPOT</c> to <c>FargateSpot</c>, <c>awsvpc</c> to <c>Awsvpc</c>.
    /// </summary>
    public static string Constant(string value)
    {
        var result = new StringBuilder();
        foreach (var part in value.Split([.. value.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries))
        {
            var keepsCase = part.Any(char.IsLower);
            result.Append(char.ToUpperInvariant(part[0])).Append(keepsCase ? part.Substring(1) : part.Substring(1).ToLowerInvariant());
        }

        return result.Length > 0 && char.IsLetter(result[0]) ? result.ToString() : "Value" + result;
    }

    /// <summary>A list's name to a parameter's: <c>ContainerDefinitions</c> to <c>ContainerDefinition</c>.</summary>
    public static string Singular(string name)
    {
        if (name.EndsWith("ies", StringComparison.Ordinal)) return name.Substring(0, name.Length - 3) + "y";
        if (name.EndsWith("sses", StringComparison.Ordinal)) return name.Substring(0, name.Length - 2);
        var isOne = name.EndsWith("ss", StringComparison.Ordinal) || name.EndsWith("us", StringComparison.Ordinal); // access, status
        if (!isOne && name.EndsWith("s", StringComparison.Ordinal)) return name.Substring(0, name.Length - 1);
        return name;
    }
}
