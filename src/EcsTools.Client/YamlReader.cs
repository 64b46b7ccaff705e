using EcsTools.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EcsTools.Client;

/// <summary>
/// Reads YAML as files for <c>aws ecs … --cli-input-yaml</c> have it. Scalars stay strings: their target decides whether 1.10 is a number.
/// </summary>
public sealed class YamlReader : IYamlReader
{
    private const int MaxLevels = 64;
    private const int MaxNodes = 100_000;

    /// <inheritdoc/>
    public object? Read(string yaml, Action<string, int> place)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            return new Reading(parser, place).Document();
        }
        catch (YamlException e)
        {
            throw new NotYamlException(Problem(e), (int)e.Start.Line, (int)e.Start.Column);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new NotYamlException(e.Message, (int)(parser.Current?.Start.Line ?? 1), (int)(parser.Current?.Start.Column ?? 1));
        }
    }

    /// <summary>The library's messages begin with the place, which is reported separately.</summary>
    private static string Problem(YamlException e) =>
        e.Message.StartsWith('(') && e.Message.IndexOf("): ", StringComparison.Ordinal) is var end and > 0
            ? e.Message[(end + 3)..].TrimEnd('.')
            : e.Message.TrimEnd('.');

    private sealed class Reading(Parser parser, Action<string, int> place)
    {
        private readonly Dictionary<AnchorName, (object? Value, int Nodes)> anchors = [];
        private int nodes;

        public object? Document()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) return null;
            parser.Consume<DocumentStart>();
            var value = Node("", 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _)) throw Wrong("the file holds several documents. Write each to a file of its own");
            return value;
        }

        private object? Node(string path, int level)
        {
            if (level > MaxLevels) throw Wrong("the values are nested too deeply");
            place(path, (int)parser.Current!.Start.Line);
            if (parser.TryConsume<AnchorAlias>(out var alias)) return Aliased(alias);
            var (before, anchor) = (nodes, parser.Accept<NodeEvent>(out var node) ? node.Anchor : AnchorName.Empty);
            if (node is { Tag: { IsEmpty: false, IsNonSpecific: false } tag }
                && !tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal))
                throw Wrong($"the tag {tag.Value} isn't supported");
            Count(1);
            var value = parser.TryConsume<Scalar>(out var scalar) ? Text(scalar)
                : parser.Accept<SequenceStart>(out _) ? Sequence(path, level)
                : (object)Mapping(path, level);
            if (!anchor.IsEmpty) anchors[anchor] = (value, nodes - before);
            return value;
        }

        /// <summary>A value that was written before. Its nodes count again: few lines can stand for more than memory holds.</summary>
        private object? Aliased(AnchorAlias alias)
        {
            // the parser is past it
            if (!anchors.TryGetValue(alias.Value, out var known))
                throw Wrong($"the anchor {alias.Value} isn't defined before it is used", alias);
            Count(known.Nodes);
            return known.Value;
        }

        private static string? Text(Scalar scalar) =>
            scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" } ? null : scalar.Value;

        private List<object?> Sequence(string path, int level)
        {
            var items = new List<object?>();
            parser.Consume<SequenceStart>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node($"{path}[{items.Count}]", level + 1));
            return items;
        }

        private Dictionary<string, object?> Mapping(string path, int level)
        {
            var members = new Dictionary<string, object?>();
            var merged = new List<object?>();
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (!parser.TryConsume<Scalar>(out var key)) throw Wrong("a key must be a string");
                var value = Node(path.Length == 0 ? key.Value : $"{path}.{key.Value}", level + 1);
                if (key is { Value: "<<", Style: ScalarStyle.Plain }) merged.AddRange(value is List<object?> several ? several : [value]);
                else members[key.Value] = value;
            }

            foreach (var (name, value) in merged
                .OfType<Dictionary<string, object?>>()
                .SelectMany(mapping => mapping)) members.TryAdd(name, value);
            return members;
        }

        private void Count(int more)
        {
            nodes += more;
            if (nodes > MaxNodes) throw Wrong("the file holds too many values");
        }

        private NotYamlException Wrong(string problem, ParsingEvent? at = null) =>
            (at ?? parser.Current) is { Start: var start } ? new(problem, (int)start.Line, (int)start.Column) : new(problem, 1, 1);
    }
}
