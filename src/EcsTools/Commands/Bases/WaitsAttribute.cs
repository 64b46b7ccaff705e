namespace EcsTools.Commands;

/// <summary>Marks a cmdlet that can wait for what it started: the generator gives it -Wait and -Timeout.</summary>
/// <param name="until">The condition, for example "until the gateway can be used".</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WaitsAttribute(string until) : System.Attribute
{
    /// <summary>The awaited state.</summary>
    public string Until => until;
}
