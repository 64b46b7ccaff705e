using System.Globalization;
using OpenQA.Selenium.Chrome;

namespace EcsTools.Tests.Show;

/// <summary>The resources that a page holds in a browser, after a garbage collection.</summary>
/// <param name="Heap">The bytes of the JavaScript heap in use.</param>
/// <param name="Nodes">The nodes of documents, also detached ones.</param>
/// <param name="Listeners">The event listeners.</param>
/// <param name="Memory">The bytes that all processes of the browser have allocated, without files that they share; 0 where the system doesn't report them as Linux does.</param>
internal sealed record BrowserFigures(long Heap, long Nodes, long Listeners, long Memory)
{
    /// <summary>Collects garbage, and measures.</summary>
    public static BrowserFigures Of(ChromeDriver driver, int process)
    {
        driver.ExecuteCdpCommand("Performance.enable", []);
        for (var i = 0; i < 3; i++) driver.ExecuteCdpCommand("HeapProfiler.collectGarbage", []); // finalizers of one collection free what the next one takes
        var answer = (Dictionary<string, object>)driver.ExecuteCdpCommand("Performance.getMetrics", [])!;
        var metrics = ((IEnumerable<object>)answer["metrics"]).Cast<Dictionary<string, object>>().ToDictionary(metric => (string)metric["name"], metric => Convert.ToInt64(metric["value"], CultureInfo.InvariantCulture));
        return new(metrics["JSHeapUsedSize"], metrics["Nodes"], metrics["JSEventListeners"], OperatingSystem.IsLinux() ? Family(process).Sum(Bytes) : 0);
    }

    /// <summary>The processor time that all processes of the browser have used; nothing where the system doesn't report it as Linux does.</summary>
    public static TimeSpan Cpu(int process) => OperatingSystem.IsLinux() ? TimeSpan.FromSeconds(Family(process).Sum(id => Stat(id) is [var user, var kernel] ? user + kernel : 0) / 100) : default;

    private static List<int> Family(int ancestor)
    {
        var parents = Directory.GetDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0).Where(id => id > 0).ToLookup(Parent);
        var found = new List<int> { ancestor };
        for (var i = 0; i < found.Count; i++) found.AddRange(parents[found[i]]);
        return found;
    }

    private static int Parent(int process) => Fields(process) is { Length: > 1 } fields ? int.Parse(fields[1], CultureInfo.InvariantCulture) : 0;

    // User and kernel time, in hundredths of a second.
    private static double[] Stat(int process) => Fields(process) is { Length: > 12 } fields ? [double.Parse(fields[11], CultureInfo.InvariantCulture), double.Parse(fields[12], CultureInfo.InvariantCulture)] : [];

    // The fields behind the name of the program, which can contain spaces and ends with the last parenthesis: state, parent, and so on.
    private static string[] Fields(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return []; // it has ended
        }
    }

    private static long Bytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/smaps_rollup").First(line => line.StartsWith("Anonymous:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return 0; // it has ended
        }
    }
}
