using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcsTools.Show.Pictures;

/// <summary>A rectangle of the picture, from the top left corner of what it lies in. As JSON it is <c>[x, y, width, height]</c>.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct Block(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    private sealed class Converter : JsonConverter<Block>
    {
        public override Block Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<double[]>(ref reader, options) is [var x, var y, var width, var height]
                ? new(x, y, width, height)
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Block value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var number in (ReadOnlySpan<double>)[value.X, value.Y, value.Width, value.Height])
                writer.WriteNumberValue(Math.Round(number, 4));
            writer.WriteEndArray();
        }
    }
}
