using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>The state as JSON: the engine's own classes by their properties, the API's structures as the wire has them.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        Converters = { new StructureConverterFactory() },
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(), // also where the host has turned reflection off as the default
    };

    public static byte[] Write(EngineState state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    /// <summary>Reads a state, and finds what each part of it names.</summary>
    /// <exception cref="StateException">The JSON is no state; it says where.</exception>
    public static EngineState Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var state = JsonSerializer.Deserialize<EngineState>(json, Options) ?? throw new StateException("expected an object, found null");
            foreach (var (key, region) in state.Regions) (region ?? throw new StateException($"$.regions.{key}: expected an object, found null")).Link();
            return state;
        }
        catch (JsonException e)
        {
            throw new StateException($"{e.Path}: {e.Message}", e);
        }
        catch (Exception e) when (e is ArgumentException or NullReferenceException or InvalidOperationException)
        {
            throw new StateException($"a part is missing, or there twice: {e.Message}", e);
        }
    }

    private sealed class StructureConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeof(IStructure).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(StructureConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class StructureConverter<T> : JsonConverter<T>
        where T : class, IStructure<T>, new()
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            // Read on its own, so that an error knows its way within the structure; the serializer adds the way to it.
            using var structure = JsonDocument.ParseValue(ref reader);
            try
            {
                return WireJson.Read<T>(JsonSerializer.SerializeToUtf8Bytes(structure));
            }
            catch (WireException e)
            {
                throw new JsonException(e.Message, e);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.Write(writer);
    }
}
