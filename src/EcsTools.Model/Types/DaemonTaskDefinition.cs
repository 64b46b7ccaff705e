namespace EcsTools.Model;

public sealed partial class DaemonTaskDefinition
{
    /// <summary>Family and revision: <c>agent:3</c>.</summary>
    public override string ToString() => $"{Family}:{Revision}";
}
