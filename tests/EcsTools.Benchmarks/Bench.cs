using EcsTools.Benchmarks.Areas;
using EcsTools.Benchmarks.Measuring;

namespace EcsTools.Benchmarks;

/// <summary>Measures all areas, one after another, and prints one table.</summary>
internal static class Bench
{
    private static readonly Dictionary<string, Func<Effort, IEnumerable<Row>>> Areas = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Starting"] = Starting.Measure,
        ["Listing"] = Listing.Measure,
        ["Latency"] = Latency.Measure,
        ["Streaming"] = Streaming.Measure,
        ["Reading"] = Reading.Measure,
        ["Piping"] = Piping.Measure,
        ["Calling"] = Calling.Measure,
        ["Commanding"] = Commanding.Measure,
        ["Showing"] = Showing.Measure,
        ["Forecasting"] = Forecasting.Measure,
        ["Serving"] = Serving.Measure,
        ["Placing"] = Placing.Measure,
        ["Saving"] = Saving.Measure,
    };

    /// <summary>0 when every goal was reached, as far as the effort holds rows to them.</summary>
    public static int Run(Effort effort, IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !Areas.ContainsKey(name)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no area '{unknown}'. There are {string.Join(", ", Areas.Keys)}.");
            return 2;
        }

        Table.WriteHead(effort);
        var rows = new List<Row>();
        foreach (var (_, measure) in names.Count == 0 ? Areas : Areas.Where(area => names.Contains(area.Key, StringComparer.OrdinalIgnoreCase)))
        {
            foreach (var row in measure(effort))
            {
                rows.Add(row);
                Table.Write(row, effort);
            }
        }

        var lost = rows.Count(row => !row.IsReached(effort.Margin));
        var skipped = rows.Count(row => row.IsSkipped);
        Console.WriteLine($"{Environment.NewLine}{rows.Count - lost - skipped} passed, {lost} failed, {skipped} skipped");
        return lost == 0 ? 0 : 1;
    }
}
