using System.Globalization;
using System.Net;
using System.Text;
using EcsTools.Show.Pictures;
using EcsTools.Show.Timelines;

namespace EcsTools.Show.Export;

/// <summary>One moment of a time line as an SVG picture.</summary>
internal static class MomentSvg
{
    private const double Unit = 110, Gap = 30, Head = 26, Margin = 14;

    /// <summary>The picture of a frame.</summary>
    public static byte[] Make(Frame frame)
    {
        var zones = frame
            .All<DrawnZone>("zone")
            .OrderBy(zone => zone.Cluster, StringComparer.Ordinal)
            .ThenBy(zone => zone.IsFargate)
            .ThenBy(zone => zone.Name, StringComparer.Ordinal)
            .ToList();
        var instances = frame.All<DrawnInstance>("instance").ToLookup(instance => $"{instance.Cluster}/{instance.Zone}");
        var tasks = frame
            .All<DrawnTask>("task")
            .Where(task => task.At is not null)
            .ToLookup(task => task.Instance ?? $"{task.Cluster}/{task.Zone}");
        var primary = frame
            .All<DrawnService>("service")
            .ToDictionary(service => service.Id, service =>
                service.Deployments.FirstOrDefault(deployment => deployment.Status == "PRIMARY")?.Revision);
        var body = new StringBuilder();
        var (x, height) = (Margin, 0.0);
        foreach (var zone in zones)
        {
            Text(body, x, Margin + 12, zone.Name, "zone");
            foreach (var task in tasks[zone.Id]) Task(body, task, x, Margin + Head, primary);
            foreach (var instance in instances[zone.Id])
            {
                var (left, top) = (x + instance.At.X * Unit, Margin + Head + instance.At.Y * Unit);
                Rectangle(
                    body,
                    left,
                    top,
                    instance.At.Width * Unit,
                    instance.At.Height * Unit,
                    $"class=\"box{(instance.Status == "ACTIVE" ? "" : " draining")}\"",
                    $"{instance.Name} {instance.Status}");
                foreach (var task in tasks[instance.Id]) Task(body, task, left, top, primary);
                Text(
                    body,
                    left,
                    top + instance.At.Height * Unit + 13,
                    $"{instance.Name}{(instance.Status == "ACTIVE" ? "" : $" {instance.Status}")}",
                    "name");
            }

            x += Math.Max(zone.Width, 1) * Unit + Gap;
            height = Math.Max(height, zone.Height * Unit);
        }

        var size = Format($"0 0 {Math.Max(x - Gap + Margin, 200):0.#} {height + Head + 3 * Margin:0.#}");
        return Encoding.UTF8
            .GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{size}\" role=\"img\" aria-label=\"{Label(frame)}\">\n<style>{Style}</style>\n<rect width=\"100%\" height=\"100%\" class=\"back\"/>\n{Pattern}{body}</svg>\n");
    }

    private const string Style =
        "text{font:11px system-ui,sans-serif;fill:#475569}.zone{font-weight:600;font-size:13px;fill:#0f172a}.back{fill:#f8fafc}.box{fill:#e2e8f0;stroke:#94a3b8}.draining{stroke-dasharray:6 4}"
        + ".starting{fill:none;stroke-width:2;stroke-dasharray:3 3}.earlier{opacity:.45}"
        + "@media(prefers-color-scheme:dark){text{fill:#a3b1c6}.zone{fill:#e2e8f0}.back{fill:#0b1120}.box{fill:#1e293b;stroke:#64748b}}";

    private const string Pattern =
        "<defs><pattern id=\"stopping\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"2\" height=\"5\" fill=\"#64748b\"/></pattern></defs>\n";

    private static void Task(StringBuilder body, DrawnTask task, double left, double top, Dictionary<string, string?> primary)
    {
        var (at, hue) = (task.At!.Value, Hue(task.Service ?? task.Revision.Split(':')[0]));
        var isEarlier = primary.GetValueOrDefault($"{task.Cluster}/{task.Service}") is { } newest && newest != task.Revision;
        var look = task switch
        {
            { Desired: "STOPPED" } or { Status: not ("RUNNING" or "PROVISIONING" or "PENDING" or "ACTIVATING") } =>
                "fill=\"url(#stopping)\"",
            { Status: "RUNNING" } => $"class=\"{(isEarlier ? "earlier" : "running")}\" fill=\"hsl({hue} 60% 50%)\"",
            _ => $"class=\"starting\" stroke=\"hsl({hue} 60% 50%)\"",
        };
        Rectangle(
            body,
            left + at.X * Unit + 1,
            top + at.Y * Unit + 1,
            Math.Max(1, at.Width * Unit - 2),
            Math.Max(1, at.Height * Unit - 2),
            look,
            $"{task.Service ?? "standalone"} {task.Revision} {task.Status}");
    }

    // As on the page: the same service has the same color.
    private static uint Hue(string name)
    {
        var hash = 2166136261;
        foreach (var letter in name.EnumerateRunes()) hash = unchecked((hash ^ (uint)letter.Value) * 16777619);
        return hash % 24 * 15;
    }

    private static string Label(Frame frame) => WebUtility.HtmlEncode(string.Join("; ", frame.All<DrawnCluster>("cluster").Select(cluster =>
        $"Cluster {cluster.Id}: {cluster.Running} running and {cluster.Pending} pending tasks on {cluster.Instances} instances")));

    private static void Rectangle(StringBuilder body, double x, double y, double width, double height, string look, string title) =>
        body.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" {look}><title>{WebUtility.HtmlEncode(title)}</title></rect>\n");

    private static void Text(StringBuilder body, double x, double y, string text, string kind) =>
        body.Append(
            CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" class=\"{kind}\">{WebUtility.HtmlEncode(text)}</text>\n");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
