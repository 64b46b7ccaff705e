using EcsTools.Deploy;

namespace EcsTools.Formatting;

/// <summary>How views write what is wrong with task definitions.</summary>
public static class FindingFormat
{
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
}
