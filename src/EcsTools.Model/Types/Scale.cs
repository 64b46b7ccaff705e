namespace EcsTools.Model;

public sealed partial class Scale
{
    /// <summary>The share as <c>50 %</c>.</summary>
    public override string ToString() => $"{Value} {(Unit is null or ScaleUnit.Percent ? "%" : Unit)}";
}
