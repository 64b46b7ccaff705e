using EcsTools.Deploy;

namespace EcsTools.Formatting;

/// <summary>How views write what deploying finds: differences and findings.</summary>
public static class DeployFormat
{
    private const int Longest = 40;

    /// <summary>What became of a place, in its colour.</summary>
    public static string Kind(TaskDefinitionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference.Kind switch
        {
            "Added" => Paint.Good(difference.Kind),
            "Removed" => Paint.Bad(difference.Kind),
            _ => Paint.Busy(difference.Kind),
        };
    }

    /// <summary>What stood there: the colour of what went.</summary>
    public static string Before(TaskDefinitionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Paint.Bad(Short(difference.Before));
    }

    /// <summary>What stands there now: the colour of what came.</summary>
    public static string After(TaskDefinitionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Paint.Good(Short(difference.After));
    }

    /// <summary>How bad it is, in its colour.</summary>
    public static string Severity(TaskDefinitionFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Severity == "Error" ? Paint.Bad(finding.Severity) : Paint.Busy(finding.Severity);
    }

    /// <summary>Where it is, what it is, and what to do, a line each.</summary>
    public static string Finding(TaskDefinitionFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Format.Lines(new[] { finding.Path, finding.Message, Paint.Quiet(finding.Advice) });
    }

    private static string Short(string? text) => text is { Length: > Longest } ? $"{text[..(Longest - 1)]}…" : text ?? "";
}
