using System.Globalization;

namespace EcsTools.Benchmarks.Measuring;

/// <summary>The goal of a figure.</summary>
/// <param name="Limit">The figure at the limit.</param>
/// <param name="IsLeast">Whether it is to be that much at least; else at most.</param>
/// <param name="Format">How such figures are written.</param>
internal sealed record Goal(double Limit, bool IsLeast, string Format)
{
    public const string Times = "0.00 ×", Milliseconds = "0 ms", MoreMilliseconds = "+0 ms;-0 ms;0 ms", MoreMicroseconds = "+0 µs;-0 µs;0 µs", PerSecond = "#,0/s", Seconds = "0.00 s", Number = "0";

    public static Goal AtMost(double limit, string format) => new(limit, false, format);

    public static Goal AtLeast(double limit, string format) => new(limit, true, format);

    public bool IsReachedBy(double figure, double margin) => IsLeast ? figure >= Limit / margin : figure <= Limit * margin;

    public string Show(double figure) => figure.ToString(Format, CultureInfo.InvariantCulture);

    public override string ToString() => $"{(IsLeast ? "≥" : "≤")} {Show(Limit)}";
}
