namespace EcsTools.Deploy;

/// <summary>A setting or state of a running service that is likely to cause problems.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Severity">Error if the service suffers now, Warning if it will when something fails, Information if it is worth
/// knowing.</param>
/// <param name="Path">Where: <c>deploymentConfiguration.deploymentCircuitBreaker</c>.</param>
/// <param name="Message">The problem.</param>
/// <param name="Advice">The recommendation.</param>
public sealed record ServiceFinding(string Service, string Rule, string Severity, string Path, string Message, string Advice)
{
    /// <summary>The finding in one line.</summary>
    public override string ToString() => $"{Severity} {Rule} at {Path}: {Message}";
}
