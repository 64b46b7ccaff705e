using System.Text;
using System.Text.Json;

namespace EcsTools.Model;

/// <summary>Finds the way to a byte of a JSON text. Only errors need it, so that reading pays nothing for it.</summary>
internal static class JsonPath
{
    public static string To(ReadOnlySpan<byte> json, long offset)
    {
        var steps = new Stack<Step>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read() && reader.TokenStartIndex < offset)
        {
            switch (reader.TokenType)
            {
                // as written: not every name is text
                case JsonTokenType.PropertyName: steps.Peek().Name = Encoding.UTF8.GetString(reader.ValueSpan); break;
                case JsonTokenType.StartObject: Enter(steps, isArray: false); break;
                case JsonTokenType.StartArray: Enter(steps, isArray: true); break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray: steps.Pop(); break;
                default: Count(steps); break;
            }
        }

        if (reader.TokenType != JsonTokenType.PropertyName) Count(steps);
        return Print(steps);
    }

    private static void Enter(Stack<Step> steps, bool isArray)
    {
        Count(steps);
        steps.Push(new Step { IsArray = isArray });
    }

    private static void Count(Stack<Step> steps)
    {
        if (steps.TryPeek(out var step) && step.IsArray) step.Index++;
    }

    private static string Print(Stack<Step> steps)
    {
        var path = new StringBuilder();
        foreach (var step in steps.Reverse())
        {
            if (step.IsArray && step.Index >= 0) path.Append('[').Append(step.Index).Append(']');
            else if (step.Name is not null) path.Append(path.Length == 0 ? "" : ".").Append(step.Name);
        }

        return path.ToString();
    }

    private sealed class Step
    {
        public bool IsArray { get; init; }

        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
