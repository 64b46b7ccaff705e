using EcsTools.Text;

namespace EcsTools.Model;

public sealed partial class KeyValuePair
{
    /// <summary>The pair as <c>A=b</c>; without its value where the name sounds like a secret.</summary>
    public override string ToString() => $"{Name}={Shown.Value(Name, Value)}";
}
